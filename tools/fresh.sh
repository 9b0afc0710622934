#!/bin/sh
# Try ./kualik as a newcomer meets it: Debian 12 with python3 and python3-pip, an ordinary user, a fresh copy of the
# repository in a folder with a space in its name. Needs root here (debootstrap and chroot), and none inside.
#   tools/fresh.sh [FOLDER] [WORD…]      the default word is: --help
set -eu
root=${1:-/tmp/kualik-fresh}
[ $# -eq 0 ] || shift
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
user=newcomer
copy="/home/$user/a fresh copy"

if [ ! -e "$root/made" ]; then
  debootstrap --variant=minbase --include=python3,python3-pip,ca-certificates bookworm "$root" >"$root.log" 2>&1 ||
    { tail -5 "$root.log" >&2; exit 1; }
  chroot "$root" useradd --create-home "$user"
  touch "$root/made"
fi

# The network as this machine has it: its names, its certificates, where its packages come from.
cp /etc/resolv.conf /etc/hosts "$root/etc/"
cp -R /etc/ssl/certs /usr/local/share/ca-certificates "$root/etc/ssl/" 2>/dev/null || true
for settings in /etc/pip.conf /etc/uv/uv.toml; do
  if [ -f "$settings" ]; then mkdir -p "$root$(dirname "$settings")"; cp "$settings" "$root$settings"; fi
done

rm -rf "$root$copy"
mkdir -p "$root$copy"
(cd "$here" && git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf -) | tar -xf - -C "$root$copy"
chroot "$root" chown -R "$user" "$copy"

mounted() { for place in proc dev; do mountpoint -q "$root/$place" || mount --rbind "/$place" "$root/$place"; done; }
unmounted() { for place in proc dev; do umount -l "$root/$place" 2>/dev/null || true; done; }
trap unmounted EXIT
mounted
[ $# -gt 0 ] || set -- --help
words=$(printf "'%s' " "$@")
certificates=${SSL_CERT_FILE:+export SSL_CERT_FILE=$SSL_CERT_FILE PIP_CERT=$SSL_CERT_FILE;}
began=$(date +%s)
status=0
chroot "$root" su - "$user" -c "$certificates cd '$copy' && ./kualik $words" || status=$?
echo "fresh: ./kualik $* ended with $status after $(($(date +%s) - began)) s" >&2
exit "$status"
