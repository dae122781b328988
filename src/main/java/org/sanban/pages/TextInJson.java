package org.sanban.pages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** The same for texts in JSON as {@link TextBinding} for forms. */
@Configuration(proxyBeanMethods = false)
class TextInJson {

    @Bean
    JacksonModule textModule() {
        return new SimpleModule("text").addDeserializer(String.class, new Deserializer());
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
