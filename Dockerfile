# Builds the jar and runs it without the embedded database; give it a PostgreSQL 15 or later (see compose.yaml).
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN ./mvnw -B -ntp dependency:go-offline
COPY db db
COPY src src
RUN ./mvnw -B -ntp -DskipTests package \
 && java -Djarmode=tools -jar target/sanban-*.jar extract --destination /app

FROM eclipse-temurin:25-jre
RUN apt-get update && apt-get install -qy --no-install-recommends fonts-noto-cjk && rm -rf /var/lib/apt/lists/*
RUN useradd --system --home-dir /var/lib/sanban --create-home sanban
COPY --from=build /app /app
COPY bin/java.options /app/java.options
RUN mv /app/sanban-*.jar /app/sanban.jar
USER sanban
WORKDIR /var/lib/sanban
VOLUME /var/lib/sanban
ENV SPRING_PROFILES_ACTIVE=production
EXPOSE 8080
ENV MALLOC_ARENA_MAX=2
ENTRYPOINT ["java", "@/app/java.options", "-XX:MaxRAMPercentage=70", "-jar", "/app/sanban.jar"]
