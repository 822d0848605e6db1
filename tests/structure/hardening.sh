#!/bin/sh
# The default build is hardened, and nothing in it speaks to a network.
unset MAKEFLAGS MFLAGS CI SANITIZE
said=$(make -n -B BUILD=build/none build/none/obj/main.o build/none/bangkom 2>/dev/null)

has() {
	case $said in
	*" $1"*) echo "ok built with $1" ;;
	*) echo "not ok built without $1" ;;
	esac
}
for flag in -fPIE -pie -fstack-protector-strong -D_FORTIFY_SOURCE=3 -Werror=format-security \
	-Wl,-z,relro,-z,now,-z,noexecstack,-z,nodlopen; do
	has "$flag"
done
for flag in -fstack-clash-protection -ftrivial-auto-var-init=zero -fcf-protection=full \
	-Wbidi-chars=any; do
	if ${CC:-cc} -Werror $flag -fsyntax-only -x c /dev/null 2>/dev/null; then
		has $flag
	else
		echo "skipped: this compiler has no $flag"
	fi
done

# What the linker made of it, where the default build is there.
program=build/bangkom
if [ -x $program ] && [ $program -nt Makefile ] && command -v readelf >/dev/null; then
	elf() {
		if readelf -W $2 $program | grep -qE "$3"; then
			echo "ok the program $1"
		else
			echo "not ok the program does not: $1"
		fi
	}
	elf "may be anywhere in memory" -h 'Type:.*DYN'
	elf "resolves its functions at once" -d '\(FLAGS_1\).*NOW.*PIE|\(FLAGS\).*BIND_NOW'
	elf "has read-only relocations" -l 'GNU_RELRO'
	elf "has a stack that holds no code" -l 'GNU_STACK.* RW '
	elf "watches its stack" --dyn-syms '__stack_chk_fail'
	elf "checks the sizes of buffers" --dyn-syms '__(mem|str|vsn|sn|f|v)[a-z]*printf_chk|__memcpy_chk'
fi

found=$(grep -rnE '#include <(sys/socket|sys/un|netdb|net/|netinet/|arpa/|resolv|ifaddrs|curl)' src include)
if [ -z "$found" ]; then
	echo "ok no header of the network is included"
else
	echo "not ok the network: $(echo "$found" | head -3 | tr '\n' ' ')"
fi
calls='socket|socketpair|connect|bind|listen|accept4?|getaddrinfo|gethostbyname|sendto|recvfrom|sendmsg|recvmsg'
library=build/libbangkom.a
[ -f build/asan/libbangkom.a ] && library=build/asan/libbangkom.a
if ! nm -u "$library" 2>/dev/null | grep -qw 'U fsync'; then
	echo "not ok the library was not built, so nobody knows what it calls"
	exit
fi
found=$(nm -u "$library" | grep -wE "U ($calls)(@.*)?$" | sort -u)
if [ -z "$found" ]; then
	echo "ok nothing calls the network"
else
	echo "not ok the network is called: $(echo "$found" | tr '\n' ' ')"
fi
