# What operators run beside the services: the declared topics, and a load of messages.
#   docker build -f deploy/images/tools.Dockerfile -t parlance/tools .
# Both must be packaged: mvn -pl deploy/local/kafka,testing/load -am package
FROM eclipse-temurin:25-jre

ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="parlance/tools" \
      org.opencontainers.image.description="Parlance, a chat backend: topics and a message load" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"

RUN groupadd --gid 10001 parlance && useradd --uid 10001 --gid 10001 --no-create-home parlance
WORKDIR /app
COPY deploy/local/kafka/target/app/ kafka/
COPY testing/load/target/app/ load/
COPY deploy/kafka/topics.json topics.json
COPY LICENSE NOTICE THIRD-PARTY.md licences/
USER 10001:10001
