#!/bin/sh
# Every table goes out and comes back the same.
. tests/cli/lib.sh.inc

# In this order, so that what is referred to is there.
order="units persons partners trainers competencies competency_levels position_types
	positions standards surveys survey_units survey_competencies needs responses mappings
	decisions programmes objectives
	planned_sessions questionnaires questionnaire revision_questionnaires
	programme_partners sessions enrolments attendance scores groups members projects
	stakeholders milestones feedback findings improvements follow_ups results measurements
	skm_rounds benefits rubrics criteria assessments assessment_scores
	funds ceilings plan_items conversions certificates"
listed=$(run --help | sed -n 's/^TABLE is one of: //p')
[ "$(echo $listed | tr ' ' '\n' | sort)" = "$(echo $order | tr ' ' '\n' | sort)" ] &&
	echo "ok every table of the help is tried" || echo "not ok tables: $listed"

# Rows for the tables that the sample leaves empty.
add() {
	cat >"$work/in.csv"
	ok "import takes rows of $1" run import "$1" "$work/in.csv"
}
run init --sample 2>/dev/null
add persons <<'END'
nip,name,unit,grade,position,employment,email,phone
,"Budi ""Honor"" Saputra, S.Kom.",OPD01,,Petugas,NONASN,,0812
END
add trainers <<'END'
name,nip,partner,expertise,email,phone
Rina Lubis,198003152008011006,USU,"'=Statistik; 'R'",r@contoh.invalid,'0812
END
add competency_levels <<'END'
competency,level,text
KP,3,"Memperbaiki standar pelayanan di unit,
bersama ""tim"""
END
add position_types <<'END'
code,name,level,source
PWS,Pengawas,2,Permenpan
END
add positions <<'END'
name,type,notes
Kepala Seksi,PWS,'setara eselon IV
END
add survey_units <<'END'
survey,unit
AKPK26,OPD01
END
add survey_competencies <<'END'
survey,competency,number
AKPK26,KP,1
END
add responses <<'END'
nip,rater,topics,form,method,remark
198809212018011015,self,"Data; =peta",workshop,blended,
END
add mappings <<'END'
heading,target
nomor induk,nip
END
add decisions <<'END'
competency,cause,training,form,remark,difficulty,weight,frequency,urgency,seriousness,growth
KP,skill,partly,workshop,,high,medium,low,5,4,3
END
add funds <<'END'
code,name
APBD,Anggaran daerah
END
add ceilings <<'END'
year,fund,quarter,amount
2026,APBD,0,500000000
2026,APBD,2,125000000
END
add plan_items <<'END'
year,number,title,quarter,basis,survey,competency,unit,target_group,people,form,jp,cost,fund,provider,partner,starts,ends,justification,status,reason
2026,91,Pelayanan loket,2,need,AKPK26,KP,OPD01,Petugas loket,30,workshop,"12,5",45000000,APBD,BKPSDM,USU,2026-05-04,2026-05-06,,rejected,"Pagu, habis"
END
add conversions <<'END'
form,scope,basis,factor,per,cap,source,verified,valid_from
e_learning,national,minute,1,45,"3,5",Perlan 5/2018,yes,2018-01-01
END
add certificates <<'END'
nip,title,starts,ends,year,form,scope,organiser,number,quantity,basis,jp,jp_reason,notes
198809212018011015,"Seminar ""data""",2026-03-03,2026-03-03,2026,seminar,national,LAN,'0123,1,day,4,,
END
add planned_sessions <<'END'
programme,number,day,topic,form,jp
PRJ26,1,1,Pembukaan,seminar,"1,5"
END
add questionnaires <<'END'
code,title,level,repeats
PERILAKU,Perilaku sesudah pelatihan,behaviour,
NARA,Narasumber,reaction,trainer
SESI,Mata pelatihan,reaction,session
END
add questionnaire <<'END'
questionnaire,number,dimension,kind,scale,reversed,most,options,text
NARA,1,trainer,likert,5,1,,,Membosankan
NARA,2,trainer,choices,,,,"Materi, metode;Tempat",Apa yang baik?
NARA,3,other,number,,,40,,Berapa jam?
SESI,1,method,two_sided,5,,,terlalu lambat;terlalu cepat,Kecepatan
END
add revision_questionnaires <<'END'
programme,questionnaire
PRJ26,PERILAKU
END
# As many of each as may leave the office.
{
	echo programme,questionnaire,sheet,trainer,session,role,phase,q1,q2,q3
	for n in 1 2 3 4 5; do
		echo "PRJ26,NARA,$n,Rina Lubis,,,,4,\"1,2\",0"
		echo "PRJ26,SESI,$n,,2,,,5,,"
		echo "PRJ26,PERILAKU,$n,,,superior,after,,,"
	done
} | add feedback
add programme_partners <<'END'
programme,partner,role
PRJ26,USU,trainer
END
add enrolments <<'END'
programme,nip,status
PRJ26,"Budi ""Honor"" Saputra, S.Kom.",accepted
END
add groups <<'END'
programme,number,name
PRJ26,1,Kelompok satu
PRJ26,2,"'Kelompok' dua"
END
add members <<'END'
programme,group,nip,role
PRJ26,1,199806142020122003,Ketua
PRJ26,2,"Budi ""Honor"" Saputra, S.Kom.",
END
add projects <<'END'
programme,group,title,problem,idea,client,partner,outputs,indicator,baseline,target,actual,starts,due,status
PRJ26,2,Antrean pendek,"Antrean panjang,
dua baris",=satu loket,Warga,PEMKO,,menit,"45,5",-1,,2026-03-02,2026-06-30,running
END
add stakeholders <<'END'
programme,group,project,name,influence,interest,strategy
PRJ26,2,Antrean pendek,Lurah,4,5,@rapat
END
add milestones <<'END'
programme,group,project,number,term,text,due,done,evidence,verdict
PRJ26,2,Antrean pendek,1,short,Ukur antrean,2026-04-01,,,
END
add findings <<'END'
programme,number,source,kind,statement,competency,count,figure
PRJ26,1,observation,keep,"Diskusi kelompok hidup, ""ramai""",PP,12,3.45
END
add improvements <<'END'
programme,number,statement,kind,action,due,status
PRJ26,1,Contoh kurang,fix,Tambah contoh,2026-09-01,open
END
add follow_ups <<'END'
programme,number,what,questionnaire,due,sent,expected,done,outcome,waived,reason
PRJ26,1,behaviour-alumni,PERILAKU,2026-06-13,2026-05-01,9,,,no,
PRJ26,2,other,,2026-06-13,,,,,yes,"Unit
dilebur"
END
add results <<'END'
programme,number,indicator,measure,direction,baseline,target,source
PRJ26,1,Waktu tunggu,menit,down,"95,5",-1,=buku
END
add measurements <<'END'
programme,result,measured,actual,evidence
PRJ26,1,2026-05-02,"58,25",'buku
END
add skm_rounds <<'END'
programme,number,phase,unit,measured,respondents,u1,u2,u3,u4,u5,u6,u7,u8,u9,published,source
PRJ26,1,before,OPD01,2026-02-02,120,3,3,2.5,3,3,3,3,2.75,3,72.92,Laporan
END
add benefits <<'END'
programme,number,side,text,amount,share,assumption
PRJ26,1,benefit,Jam antre,120000000,50,412 warga
END

for table in $order; do
	run export "$table" --output "$work/$table.first" 2>"$work/err" ||
		echo "not ok export of $table: $(cat "$work/err")"
	[ "$(wc -l <"$work/$table.first")" -gt 1 ] || echo "not ok $table has no row to try"
done
db=$work/copy.db
run init 2>/dev/null
for table in $order; do
	run import "$table" "$work/$table.first" >"$work/out" 2>"$work/err" ||
		echo "not ok $table is not taken back: $(head -2 "$work/err" | tr '\n' ' ')"
	run export "$table" --output "$work/$table.second" 2>"$work/err"
	sort "$work/$table.first" >"$work/wanted"
	sort "$work/$table.second" >"$work/got"
	same "$table goes out and comes back" "$work/wanted" "$work/got"
done
for table in answers designs revisions; do
	status "$table are no table of their own" 64 run export "$table"
done
