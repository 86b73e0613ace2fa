package parlance.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What may import what inside a service. */
public final class ServiceRules {

    private ServiceRules() {}

    /**
     * Fails with everything that the service breaks.
     *
     * @param root the service's root package, such as {@code parlance.message}
     */
    public static void check(String root) {
        CompositeArchRule.of(rules(root, Imports.testClassNames(root)))
                .check(Imports.mainClasses(root));
    }

    static List<ArchRule> rules(String root, Set<String> testClasses) {
        var rules = new ArrayList<>(EverywhereRules.all());
        rules.addAll(HandlerRules.all(testClasses));
        rules.add(servicesDoNotKnowEachOther(root));
        rules.add(featuresFormNoCycles(root));
        rules.add(onlyStoresSpeakToDatabases());
        rules.add(servicesLeaveKafkaToTheKit());
        return rules;
    }

    private static ArchRule servicesDoNotKnowEachOther(String root) {
        var allowed = resideInAnyPackage(root + "..", "parlance.contracts..", "parlance.kit..");
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("parlance..").and(not(allowed)))
                .as("services_do_not_know_each_other")
                .because("what services say to each other stands in contracts");
    }

    private static ArchRule featuresFormNoCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .as("features_form_no_cycles")
                .allowEmptyShould(true);
    }

    private static ArchRule onlyStoresSpeakToDatabases() {
        return noClasses()
                .that(not(belongToAStore()))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "com.mongodb..",
                                "org.bson..",
                                "io.quarkus.mongodb..",
                                "io.quarkus.redis..",
                                "io.vertx.redis..",
                                "io.vertx.mutiny.redis..",
                                "parlance.kit.redis.."))
                .as("only_stores_speak_to_databases")
                .because("stores keep: they are named *Store or *Document")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> belongToAStore() {
        return describe(
                "belong to a *Store or *Document",
                type -> {
                    var name = outermost(type).getSimpleName();
                    return name.endsWith("Store") || name.endsWith("Document");
                });
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ServiceRules::outermost).orElse(type);
    }

    private static ArchRule servicesLeaveKafkaToTheKit() {
        return noClasses()
                .that(
                        not(
                                resideInAnyPackage(
                                        "parlance.gateway.command..",
                                        "parlance.gateway.inbox..",
                                        "parlance.gateway.session..")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "org.apache.kafka..",
                                "io.smallrye.reactive.messaging..",
                                "org.eclipse.microprofile.reactive.messaging.."))
                .as("services_leave_kafka_to_the_kit")
                .because("handlers return what is to be sent");
    }
}
