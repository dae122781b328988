package org.sanban.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateTimeDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** The same for texts and days in JSON as {@link TextBinding} for forms. */
@Configuration(proxyBeanMethods = false)
class TextInJson {

    @Bean
    JacksonModule textModule() {
        return new SimpleModule("text")
                .addDeserializer(String.class, new Deserializer())
                .addDeserializer(LocalDate.class, new Near<>(LocalDate.class, LocalDateDeserializer.INSTANCE))
                .addDeserializer(LocalDateTime.class, new Near<>(LocalDateTime.class, LocalDateTimeDeserializer.INSTANCE))
                .addDeserializer(Instant.class, new Near<>(Instant.class, InstantDeserializer.INSTANT));
    }

    private static final class Near<T extends Temporal> extends StdScalarDeserializer<T> {

        private final transient ValueDeserializer<T> plain;

        Near(Class<T> type, ValueDeserializer<T> plain) {
            super(type);
            this.plain = plain;
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
            T read = plain.deserialize(parser, context);
            try {
                return read == null ? null : FarDay.refuse(read);
            } catch (IllegalArgumentException far) {
                throw DatabindException.from(parser, "typeMismatch", far);
            }
        }
    }

    private static final class Deserializer extends StdScalarDeserializer<String> {
        Deserializer() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            try {
                return UnfitText.refuseIn(text);
            } catch (UnfitText e) {
                throw DatabindException.from(parser, UnfitText.CODE, e);
            }
        }
    }
}
