package org.sanban.security;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** The fields that an endpoint reads, found in its handler: parameters, and the components of form and body records. */
final class Fields {

    private Fields() {}

    /** Names of what comes by address or form, each with its type. */
    static Map<String, Class<?>> form(HandlerMethod handler) {
        Map<String, Class<?>> fields = new TreeMap<>();
        for (MethodParameter parameter : parameters(handler)) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                fields.put(parameter.getParameter().getName(), parameter.getParameterType());
            } else if (isForm(parameter)) {
                components(parameter.getParameterType()).forEach(fields::put);
            }
        }
        return fields;
    }

    /** Names in the JSON that is sent; empty where none is. */
    static Map<String, Class<?>> json(HandlerMethod handler) {
        return Arrays.stream(parameters(handler))
                .filter(p -> p.hasParameterAnnotation(RequestBody.class) && p.getParameterType().isRecord())
                .findFirst().map(p -> components(p.getParameterType())).orElse(Map.of());
    }

    /** Does it show its form again, with what was typed? */
    static boolean showsAgain(HandlerMethod handler) {
        return Arrays.stream(parameters(handler)).anyMatch(p -> p.getParameterType() == BindingResult.class);
    }

    private static MethodParameter[] parameters(HandlerMethod handler) {
        return handler.getMethodParameters();
    }

    private static boolean isForm(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type.isRecord() && type.getPackageName().startsWith("org.sanban.")
                && !parameter.hasParameterAnnotation(RequestBody.class) && !parameter.hasParameterAnnotation(PathVariable.class)
                && !parameter.hasParameterAnnotation(RequestHeader.class)
                && !type.getSimpleName().equals("Actor") && !type.getSimpleName().equals("Shell");
    }

    private static Map<String, Class<?>> components(Class<?> type) {
        Map<String, Class<?>> fields = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> kind = component.getType();
            fields.put(component.getName(), kind);
            if (kind.isRecord() && !BeanUtils.isSimpleProperty(kind) && !Collection.class.isAssignableFrom(kind)) {
                components(kind).forEach((name, inner) -> fields.put(component.getName() + "." + name, inner));
            }
        }
        return fields;
    }
}
