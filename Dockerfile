# syntax=docker/dockerfile:1

FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src src
COPY processes processes
COPY forms forms
RUN --mount=type=cache,target=/build/.m2 ./mvnw -B -q -DskipTests -Dmaven.repo.local=/build/.m2 package \
    && java -Djarmode=tools -jar target/dunwell.jar extract --destination app

FROM eclipse-temurin:17-jre
# the embedded database is not used here, so nothing is written outside /tmp
RUN useradd --system --uid 10001 --home-dir /opt/dunwell --shell /usr/sbin/nologin dunwell
WORKDIR /opt/dunwell
# what seldom changes first
COPY --from=build /build/app/lib lib
COPY --from=build /build/app/dunwell.jar dunwell.jar
USER dunwell
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-Duser.timezone=UTC", "-jar", "dunwell.jar"]
