package org.sanban.checking.web;

import org.sanban.checking.RuleChanged;
import org.sanban.pages.Navigation;
import org.sanban.pages.SubjectLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the rules of checking stand in the navigation, and who may do what with them. */
@Configuration(proxyBeanMethods = false)
class CheckingNavigation {

    static final String READ = "rule.read";
    static final String DRAFT = "rule.draft";
    static final String PUBLISH = "rule.publish";

    private record Link(String kind, String path) implements SubjectLink {
        @Override
        public String href(long id) {
            return path + id;
        }
    }

    @Bean
    Navigation checkRulesPlace() {
        return new Navigation("checking.nav", "/checks/rules", 50, READ);
    }

    @Bean
    SubjectLink checkRuleLink() {
        return new Link(RuleChanged.KIND, "/checks/rules/");
    }
}
