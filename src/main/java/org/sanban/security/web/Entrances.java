package org.sanban.security.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.sanban.pages.Answers;
import org.sanban.security.Accounts;
import org.sanban.security.LogIns;
import org.sanban.security.SecuritySettings;
import org.sanban.security.Tokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/** The two doors of the house: programs come in with a token, persons with a password and a session. Everything else is shut. */
@Configuration(proxyBeanMethods = false)
class Entrances {

    private static final String CONTENT = "default-src 'self'; img-src 'self' data: blob:; frame-src 'self' blob:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    private static final String DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    /** What a page takes is measured as a whole; a measure around each of the filters would take as long as they do. */
    @Bean
    static SecurityObservationSettings noMeasureOfEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenEntrance(HttpSecurity http, Tokens tokens, Answers answers, JsonMapper json, Clock clock) throws Exception {
        ProblemWriter problems = new ProblemWriter(answers, json);
        return http.securityMatcher(byProgram())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(a -> a.principal("anonymous"))
                .authorizeHttpRequests(a -> a.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll().anyRequest().authenticated())
                .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .addFilterBefore(new TokenFilter(tokens, problems, clock), UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageEntrance(
            HttpSecurity http, Accounts accounts, SecuritySettings settings, OpenEndpoints open, Clock clock) throws Exception {
        PageEntry entry = new PageEntry();
        return http.authorizeHttpRequests(a -> a.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers("/assets/**", "/actuator/health", "/actuator/health/**").permitAll()
                        .anyRequest().access(open))
                .formLogin(f -> f.loginPage("/login")
                        .usernameParameter("login")
                        .failureHandler(entry)
                        .permitAll())
                .logout(l -> l.logoutUrl("/logout").logoutSuccessUrl("/login?bye").permitAll())
                .requestCache(c -> c.requestCache(pagesOnly()))
                .exceptionHandling(e -> e.authenticationEntryPoint(entry).accessDeniedHandler(entry))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(p -> p.policy(DEVICES))
                        .frameOptions(FrameOptionsConfig::sameOrigin))
                .addFilterAfter(new SessionFilter(accounts, settings, clock), SecurityContextHolderFilter.class)
                .build();
    }

    /** Spring makes no manager of its own once there is one: nobody comes in but by {@link LogIns}. */
    @Bean
    AuthenticationManager passwordEntry(LogIns logIns, Clock clock) {
        return new PasswordEntry(logIns, clock);
    }

    /** After logging in one comes back to the page asked for, but not to what a page asked for by itself. */
    private static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && accepts(request).contains("text/html"));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /** Everything under {@code /api}, and its description where a program shows a token. */
    private static RequestMatcher byProgram() {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        RequestMatcher token = request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return new OrRequestMatcher(path.matcher("/api/**"), new AndRequestMatcher(path.matcher("/v3/api-docs/**"), token));
    }

    private static String accepts(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept == null ? "" : accept;
    }
}
