#!/usr/bin/env bash
# Builds the program, makes a development certificate, and runs the demonstration until it is interrupted.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/build.sh
certs/make-development-certificate.sh run/certs

cat <<'NOTE'

The demonstration is invented: people, hospitals, patients, images.

  Open      https://localhost:8443
  Sign in   with the names and passwords below; run/data/demo.json has everybody's, with a token for each
  Trust     the certificate is your own. To be spared the browser's warning, import run/certs/ca.pem as an
            authority; a script passes it as CA file, such as: curl --cacert run/certs/ca.pem …
  Stop      Ctrl-C. What you changed is kept in run/data; remove that folder to begin again.

NOTE
exec "$(swift build --configuration release --show-bin-path)/consilium" demo \
    --data run/data \
    --listen 127.0.0.1:8443 \
    --certificate run/certs/server.pem \
    --key run/certs/server.key \
    --origin https://localhost:8443 \
    --web web-static \
    --content demo
