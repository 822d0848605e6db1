#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "domain/office.h"
#include "world.h"

/* Names as they are heard between Sabang and Merauke, put together at random;
 * nobody is meant. */
static const char *const men[] = {
	"Abdul",     "Achmad",	"Adi",	    "Agus",	  "Ahmad",	"Aldi",
	"Andi",	     "Andreas", "Anton",    "Ardiansyah", "Arief",	"Bagus",
	"Bambang",   "Bayu",	"Benny",    "Binsar",	  "Budi",	"Cahyo",
	"Chandra",   "Daniel",	"Darwis",   "David",	  "Dedi",	"Deni",
	"Dian",	     "Didik",	"Djoko",    "Doni",	  "Edi",	"Eko",
	"Erwin",     "Fajar",	"Faisal",   "Ferdinand",  "Firman",	"Galih",
	"Gede",	     "Guntur",	"Hadi",	    "Hamdan",	  "Harun",	"Hasan",
	"Hendra",    "Heri",	"Hotman",   "I Made",	  "I Nyoman",	"I Wayan",
	"Ibrahim",   "Ilham",	"Imam",	    "Indra",	  "Irfan",	"Irwan",
	"Iskandar",  "Jefri",	"Johannes", "Joko",	  "Jonathan",	"Ketut",
	"Kurniawan", "Lukman",	"Mahmud",   "Mangatas",	  "Marthen",	"Michael",
	"Muhammad",  "Mulyadi", "Nanang",   "Nasrul",	  "Oktavianus", "Petrus",
	"Poltak",    "Pranoto", "Purnomo",  "Putu",	  "Rachmat",	"Rahmat",
	"Reza",	     "Ridwan",	"Rizal",    "Robert",	  "Roni",	"Rudi",
	"Saiful",    "Samuel",	"Sigit",    "Slamet",	  "Stefanus",	"Sudirman",
	"Sugeng",    "Suharto", "Sukarno",  "Supriyadi",  "Surya",	"Syahrul",
	"Taufik",    "Teguh",	"Togar",    "Tri",	  "Umar",	"Wahyu",
	"Wawan",     "Widodo",	"Yakobus",  "Yanto",	  "Yohanes",	"Yudi",
	"Yusuf",     "Zainal",	"Zulkifli",
};
static const char *const women[] = {
	"Aisyah",    "Ana",	  "Andini",    "Anita",	    "Ariani",	 "Asih",
	"Astuti",    "Ayu",	  "Bertha",    "Bunga",	    "Cahaya",	 "Christina",
	"Citra",     "Desi",	  "Dewi",      "Dian",	    "Diah",	 "Dwi",
	"Eka",	     "Elisabeth", "Endang",    "Erna",	    "Ester",	 "Eva",
	"Fatimah",   "Febrianti", "Fitri",     "Fransiska", "Hanna",	 "Hartini",
	"Hasnah",    "Herlina",	  "Ida Ayu",   "Ika",	    "Indah",	 "Intan",
	"Irma",	     "Juliana",	  "Kartika",   "Khadijah",  "Kristina",	 "Lestari",
	"Lia",	     "Lidya",	  "Lilis",     "Luh",	    "Magdalena", "Maharani",
	"Maria",     "Marlina",	  "Marsinta",  "Maya",	    "Mega",	 "Melati",
	"Mira",	     "Murni",	  "Mutiara",   "Nadia",	    "Natalia",	 "Ni Kadek",
	"Ni Made",   "Ni Wayan",  "Nia",       "Ningsih",   "Novita",	 "Nur",
	"Nurhayati", "Nurul",	  "Oktavia",   "Permata",   "Putri",	 "Rahayu",
	"Rahmawati", "Ratna",	  "Retno",     "Rina",	    "Rini",	 "Riris",
	"Rita",	     "Rosa",	  "Rosmawati", "Ruth",	    "Sari",	 "Sinta",
	"Siti",	     "Sri",	  "Suci",      "Sulastri",  "Susanti",	 "Sylvia",
	"Theresia",  "Tiara",	  "Titin",     "Tuti",	    "Umi",	 "Utami",
	"Vera",	     "Wahyuni",	  "Wati",      "Winda",	    "Wulan",	 "Yanti",
	"Yulia",     "Yuni",	  "Zahra",
};
static const char *const families[] = {
	"Aritonang",	"Batubara",	 "Daulay",	"Ginting",    "Harahap",
	"Hasibuan",	"Hutabarat",	 "Hutagalung",	"Lubis",      "Manurung",
	"Marpaung",	"Nainggolan",	 "Nasution",	"Pane",	      "Panjaitan",
	"Pardede",	"Pasaribu",	 "Purba",	"Rangkuti",   "Ritonga",
	"Saragih",	"Siagian",	 "Siahaan",	"Silalahi",   "Simanjuntak",
	"Simatupang",	"Sinaga",	 "Siregar",	"Sitompul",   "Sitorus",
	"Situmorang",	"Tampubolon",	 "Tarigan",	"Sembiring",  "Tobing",
	"Adiputra",	"Anggraini",	 "Ardana",	"Budiman",    "Darmawan",
	"Firmansyah",	"Gunawan",	 "Hakim",	"Halim",      "Handayani",
	"Hapsari",	"Hartono",	 "Hidayat",	"Hidayati",   "Irawan",
	"Kusuma",	"Kusumawati",	 "Kurnia",	"Laksono",    "Lesmana",
	"Mahendra",	"Maulana",	 "Mulyani",	"Nugraha",    "Nugroho",
	"Oktaviani",	"Pamungkas",	 "Permana",	"Prabowo",    "Pradana",
	"Prakoso",	"Pramono",	 "Prasetyo",	"Pratama",    "Pratiwi",
	"Purnama",	"Purwanto",	 "Puspitasari", "Rahardjo",   "Rahman",
	"Ramadhan",	"Riyadi",	 "Safitri",	"Salim",      "Santoso",
	"Saputra",	"Saputri",	 "Setiawan",	"Setyawati",  "Sudrajat",
	"Suryadi",	"Suryani",	 "Susilo",	"Sutrisno",   "Syahputra",
	"Wardani",	"Wibowo",	 "Wicaksono",	"Wijaya",     "Winarno",
	"Wirawan",	"Yulianto",	 "Yusuf",	"Zulkarnain", "Matulessy",
	"Pattiasina",	"Latuconsina",	 "Tuhumury",	"Wanggai",    "Rumbiak",
	"Mandowen",	"Kambuaya",	 "Lumentut",	"Manoppo",    "Mokoginta",
	"Rompas",	"Sompotan",	 "Wowor",	"Tonapa",     "Palimbong",
	"Daeng Matutu", "Daeng Ngawing", "Lamatenggo",	"Chaniago",   "Koto",
	"Piliang",	"Sikumbang",	 "Tanjung",	"Sukmana",    "Kartasasmita",
};
static const char *const before[] = { "Dr. ", "Dra. ", "Drs. ", "Ir. ",
				      "dr. ", "Hj. ",  "H. " };
static const char *const behind[] = {
	", S.T.",   ", S.E.",  ", S.H.",  ", S.Sos.",	  ", S.Kom.",
	", S.Pd.",  ", S.IP.", ", S.Ak.", ", S.K.M.",	  ", A.Md.",
	", M.Si.",  ", M.M.",  ", M.T.",  ", M.Kom.",	  ", M.Pd.",
	", M.A.P.", ", S.P.",  ", S.Si.", ", S.E., M.M.", ", S.STP., M.Si.",
};
static const char *const positions[WORLD_POSITIONS] = {
	"Analis Kebijakan Ahli Pertama",
	"Analis Kebijakan Ahli Muda",
	"Analis Kebijakan Ahli Madya",
	"Analis SDM Aparatur Ahli Pertama",
	"Analis SDM Aparatur Ahli Muda",
	"Analis Anggaran Ahli Muda",
	"Arsiparis Terampil",
	"Arsiparis Ahli Pertama",
	"Auditor Ahli Muda",
	"Auditor Ahli Madya",
	"Bidan Mahir",
	"Bidan Terampil",
	"Dokter Ahli Muda",
	"Dokter Ahli Pertama",
	"Guru Ahli Madya",
	"Guru Ahli Muda",
	"Guru Ahli Pertama",
	"Kepala Bagian",
	"Kepala Bidang",
	"Kepala Dinas",
	"Kepala Seksi",
	"Kepala Subbagian",
	"Lurah",
	"Camat",
	"Pengadministrasi Umum",
	"Pengelola Barang Milik Negara",
	"Pengelola Keuangan",
	"Pengelola Pengadaan Barang/Jasa Ahli Muda",
	"Pengelola Sistem Informasi",
	"Penyuluh Pertanian Ahli Muda",
	"Penyuluh Sosial Ahli Pertama",
	"Perawat Ahli Pertama",
	"Perawat Mahir",
	"Perawat Terampil",
	"Perencana Ahli Muda",
	"Perencana Ahli Pertama",
	"Pranata Komputer Ahli Pertama",
	"Pranata Komputer Terampil",
	"Sekretaris Dinas",
	"Statistisi Ahli Pertama",
};
static const char *const offices[] = {
	"Dinas Kesehatan",
	"Dinas Pendidikan",
	"Dinas Perhubungan",
	"Dinas Sosial",
	"Dinas Pekerjaan Umum",
	"Dinas Pertanian",
	"Dinas Kominfo",
	"Dinas Lingkungan Hidup",
	"Dinas Perdagangan",
	"Dinas Pariwisata",
	"Dinas Tenaga Kerja",
	"Dinas Perikanan",
	"Dinas Perpustakaan",
	"Dinas Kependudukan",
	"Badan Kepegawaian",
	"Badan Pendapatan Daerah",
	"Badan Perencanaan",
	"Badan Keuangan",
	"Badan Kesatuan Bangsa",
	"Sekretariat Daerah",
	"Sekretariat DPRD",
	"Inspektorat",
	"Satuan Polisi Pamong Praja",
	"Rumah Sakit Umum",
	"Kantor Kecamatan",
};
static const char *const regions[] = {
	"Aceh Besar",	  "Ambon",	   "Badung",	    "Balikpapan",    "Banda Aceh",
	"Bandar Lampung", "Bandung",	   "Banjarmasin",   "Bantul",	     "Banyuwangi",
	"Batam",	  "Bekasi",	   "Bengkulu",	    "Bima",	     "Binjai",
	"Blitar",	  "Bogor",	   "Bukittinggi",   "Cilacap",	     "Cirebon",
	"Deli Serdang",	  "Denpasar",	   "Depok",	    "Dumai",	     "Fakfak",
	"Garut",	  "Gianyar",	   "Gorontalo",	    "Gowa",	     "Jambi",
	"Jayapura",	  "Jember",	   "Karawang",	    "Kediri",	     "Kendari",
	"Kudus",	  "Kupang",	   "Lombok Tengah", "Lumajang",	     "Madiun",
	"Magelang",	  "Makassar",	   "Malang",	    "Mamuju",	     "Manado",
	"Manokwari",	  "Maros",	   "Mataram",	    "Medan",	     "Merauke",
	"Metro",	  "Nabire",	   "Padang",	    "Palangka Raya", "Palembang",
	"Palu",		  "Pangkalpinang", "Parepare",	    "Pekalongan",    "Pekanbaru",
	"Pontianak",	  "Purwokerto",	   "Sabang",	    "Salatiga",	     "Samarinda",
	"Semarang",	  "Sidoarjo",	   "Sorong",	    "Surabaya",	     "Surakarta",
	"Tangerang",	  "Tanjungpinang", "Tarakan",	    "Ternate",	     "Yogyakarta",
};
static const char *const areas[] = { "Kota", "Kabupaten", "Wilayah" };

enum { FIRST_YEAR = 1966, LAST_YEAR = 2003, NOW = 2025, CONTRACTS = 2021 };

#define COUNT_OF(list) ((int64_t)(sizeof(list) / sizeof *(list)))

const char *world_position(int64_t i)
{
	return positions[i];
}

void make_unit(const struct world *w, int64_t i, struct arena *arena, void *record)
{
	struct unit *u = record;
	int64_t place = i / COUNT_OF(offices);

	(void)w;
	u->code = arena_printf(arena, "UK%05d", (int)i + 1);
	u->name = arena_printf(arena, "%s %s %s", offices[i % COUNT_OF(offices)],
			       areas[place / COUNT_OF(regions) % COUNT_OF(areas)],
			       regions[place % COUNT_OF(regions)]);
}

/* A part of a name, another number for each. */
enum { FIRST = 1, MIDDLE, FAMILY, SHAPE, BEFORE, BEHIND, UNIT, POSITION, PHONE, STATUS };
enum { WOMAN = 20, APPOINTED, MONTH, CONTRACT, GRADE };

static const char *pick(const struct world *w, int64_t i, int64_t part,
			const char *const *list, int64_t count)
{
	return list[world_below(w, STREAM_PERSON, i, part, count)];
}

static bool is_woman(const struct world *w, int64_t i)
{
	return world_below(w, STREAM_NIP, i, WOMAN, 100) < 54;
}

static const char *given(const struct world *w, int64_t i, int64_t part)
{
	if (is_woman(w, i))
		return pick(w, i, part, women, COUNT_OF(women));
	return pick(w, i, part, men, COUNT_OF(men));
}

/* Some have one name, most two, some three; many have a title. */
static const char *make_name(const struct world *w, int64_t i, struct arena *arena)
{
	int64_t shape = world_below(w, STREAM_PERSON, i, SHAPE, 100);
	const char *first = given(w, i, FIRST), *middle = given(w, i, MIDDLE);
	const char *family = pick(w, i, FAMILY, families, COUNT_OF(families));
	const char *title = "", *degree = "";

	if (world_below(w, STREAM_PERSON, i, BEFORE, 100) < 12)
		title = pick(w, i, BEFORE + 100, before, COUNT_OF(before));
	if (world_below(w, STREAM_PERSON, i, BEHIND, 100) < 55)
		degree = pick(w, i, BEHIND + 100, behind, COUNT_OF(behind));
	if (shape < 4)
		return arena_printf(arena, "%s%s%s", title, family, degree);
	if (shape < 62 || strcmp(first, middle) == 0)
		return arena_printf(arena, "%s%s %s%s", title, first, family, degree);
	return arena_printf(arena, "%s%s %s %s%s", title, first, middle, family, degree);
}

static bool has_contract(const struct world *w, int64_t i)
{
	return world_below(w, STREAM_NIP, i, CONTRACT, 100) < 25;
}

/* Who is born on the same day has another number at the end, so no two NIP
 * are equal. The first place of the days is scattered, or a list by NIP would
 * be in the order of the keys. */
static const char *make_nip(const struct world *w, int64_t i, struct arena *arena)
{
	struct date first = date_of(FIRST_YEAR, 1, 1);
	int64_t days = date_of(LAST_YEAR, 12, 31).day - first.day + 1;
	int64_t place = world_scatter(i, w->persons);
	struct date birth = date_add_days(first, (int)(place % days));
	int year, month, day, appointed, span;
	char sex = is_woman(w, i) ? '2' : '1';

	date_split(birth, &year, &month, &day);
	if (has_contract(w, i))
		return arena_printf(
			arena, "%04d%02d%02d%d21%c%03d", year, month, day,
			CONTRACTS + (int)world_below(w, STREAM_NIP, i, APPOINTED, 4), sex,
			1 + (int)(place / days));
	span = NOW - year - 20 < 14 ? NOW - year - 20 : 14;
	appointed = year + 20 + (int)world_below(w, STREAM_NIP, i, APPOINTED, span + 1);
	return arena_printf(arena, "%04d%02d%02d%d%02d%c%03d", year, month, day,
			    appointed, 1 + (int)world_below(w, STREAM_NIP, i, MONTH, 12),
			    sex, 1 + (int)(place / days));
}

static const char *make_grade(const struct world *w, int64_t i)
{
	static const char *const grades[] = {
		"II/a",	 "II/b",  "II/c",  "II/d",  "III/a", "III/a", "III/b", "III/b",
		"III/c", "III/c", "III/d", "III/d", "IV/a",  "IV/b",  "IV/c"
	};
	static const char *const contracts[] = { "V", "VII", "IX", "IX", "X" };

	return has_contract(w, i) ? pick(w, i, GRADE, contracts, COUNT_OF(contracts))
				  : pick(w, i, GRADE, grades, COUNT_OF(grades));
}

static const char *make_email(const struct world *w, int64_t i, struct arena *arena)
{
	char *name = arena_strdup(arena, given(w, i, FIRST));

	for (char *at = name; *at != '\0'; at++)
		*at = *at == ' ' ? '.' : (char)tolower((unsigned char)*at);
	return arena_printf(arena, "%s.%07d@contoh.invalid", name, (int)i + 1);
}

void make_person(const struct world *w, int64_t i, struct arena *arena, void *record)
{
	struct person *p = record;

	p->nip = make_nip(w, i, arena);
	p->name = make_name(w, i, arena);
	p->unit = 1 + world_below(w, STREAM_PERSON, i, UNIT, w->units);
	p->grade = make_grade(w, i);
	p->position = pick(w, i, POSITION, positions, WORLD_POSITIONS);
	p->employment = has_contract(w, i)				    ? "PPPK"
			: world_below(w, STREAM_PERSON, i, STATUS, 100) < 4 ? "CPNS"
									    : "PNS";
	p->email = make_email(w, i, arena);
	p->phone = arena_printf(
		arena, "08%02d%08d",
		11 + (int)world_below(w, STREAM_PERSON, i, PHONE, 80),
		(int)world_below(w, STREAM_PERSON, i, PHONE + 100, 100000000));
}
