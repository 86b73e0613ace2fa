package parlance.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
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
        rules.add(servicesCallEachOtherByTheInternalApi());
        rules.add(featuresFormNoCycles(root));
        rules.add(onlyStoresSpeakToDatabases());
        rules.add(storesAreRepositories());
        rules.add(codecsMapDocuments());
        rules.add(servicesLeaveKafkaToTheKit());
        return rules;
    }

    private static ArchRule servicesDoNotKnowEachOther(String root) {
        var allowed =
                resideInAnyPackage(
                        root + "..",
                        "parlance.contracts..",
                        "parlance.kit..",
                        "parlance.internalapi..");
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("parlance..").and(not(allowed)))
                .as("services_do_not_know_each_other")
                .because("what services say to each other stands in contracts and internal-api");
    }

    private static ArchRule servicesCallEachOtherByTheInternalApi() {
        return noClasses()
                .should()
                .beAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient")
                .as("services_call_each_other_by_the_internal_api")
                .because("timeout, retry, circuit breaker and the service token stand there once")
                .allowEmptyShould(true);
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
                                "parlance.kit.mongo..",
                                "parlance.kit.redis.."))
                .as("only_stores_speak_to_databases")
                .because("stores keep: they are named *Store or *Document")
                .allowEmptyShould(true);
    }

    private static ArchRule storesAreRepositories() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.mongodb.client.MongoClient")
                .as("stores_are_repositories")
                .because("MongoStore of mongo-kit opens the collection and creates its indexes");
    }

    private static ArchRule codecsMapDocuments() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Document")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.bson.Document")
                .as("codecs_map_documents")
                .because("the record codec reads and writes what a *Document declares")
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
                                        "parlance.gateway.command..", "parlance.gateway.inbox..")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "org.apache.kafka..",
                                        "io.smallrye.reactive.messaging..",
                                        "org.eclipse.microprofile.reactive.messaging..")
                                .and(
                                        not(
                                                name(
                                                        "org.eclipse.microprofile.reactive.messaging.Incoming"))))
                .as("services_leave_kafka_to_the_kit")
                .because("listeners say what they read, and return what is to be sent");
    }
}
