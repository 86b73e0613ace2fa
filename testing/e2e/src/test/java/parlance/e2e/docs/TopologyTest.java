package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parlance.contracts.Route;
import parlance.local.infra.Project;
import parlance.local.infra.topics.DeclaredTopics;

/** What services read, write and call, in the files that repeat it. */
class TopologyTest {

    private static final Path ROOT = Project.find().root();
    private static final Path ARCHITECTURE = ROOT.resolve("docs/architecture.md");
    private static final Path SECURITY = ROOT.resolve("docs/security.md");

    private final List<ServiceFacts> services = services();
    private final TopicTables tables = new TopicTables(services);

    @Test
    void theChartKnowsEveryServiceAsItIsWritten() throws IOException {
        GeneratedPage.check(
                ROOT.resolve("helm/parlance/files/services.yaml"), ChartFacts.of(services));
    }

    @Test
    void whatIsDeclaredIsWhatIsDone() throws IOException {
        var events = UsedTopology.events(ROOT);
        for (var service : services) {
            var declared = service.topology();
            var used = new UsedTopology(service.sources(), events);
            assertThat(used.reads())
                    .as("what %s listens to", service.name())
                    .containsExactlyInAnyOrderElementsOf(declared.reads());
            assertThat(used.writes())
                    .as("the events and deliveries of %s", service.name())
                    .containsExactlyInAnyOrderElementsOf(declared.writes());
            if (!declared.passesRequestsOn()) {
                assertThat(used.commands())
                        .as("the commands that %s sends", service.name())
                        .containsExactlyInAnyOrderElementsOf(
                                declared.commands().stream().filter(Route::isInternal).toList());
            }
        }
    }

    @Test
    void theArchitectureListsTopicsAndServices() throws IOException {
        var declared = DeclaredTopics.read(ROOT.resolve("deploy/kafka/topics.json")).topics();

        GeneratedSection.check(ARCHITECTURE, "topics", tables.topics(declared));
        GeneratedSection.check(ARCHITECTURE, "services", tables.services());
    }

    @Test
    void theSecurityPageListsWhatKafkaHasToAllow() throws IOException {
        GeneratedSection.check(SECURITY, "access list", tables.accessList());
    }

    @Test
    void theSecurityPageListsWhatIsAnsweredBeforeASignIn() throws IOException {
        GeneratedSection.check(SECURITY, "open routes", tables.openRoutes());
    }

    @Test
    void everyServicesPageListsWhatItAnswers() throws IOException {
        for (var service : services) {
            GeneratedSection.check(
                    ROOT.resolve(service.name() + "-service/README.md"),
                    "routes",
                    ServiceRoutes.of(service));
        }
    }

    @Test
    void theCallsAmongServicesFormNoCircle() {
        var open = new TreeMap<String, Set<String>>();
        services.forEach(service -> open.put(service.name(), Set.copyOf(service.calls())));

        // A service that calls only resolved services is resolved as well; a circle never is.
        while (open.values().removeIf(calls -> calls.stream().noneMatch(open::containsKey))) {}

        assertThat(open).isEmpty();
    }

    @Test
    void everyModuleOfAServiceIsKnown() throws IOException {
        try (var folders = Files.list(ROOT)) {
            assertThat(
                            folders.map(folder -> folder.getFileName().toString())
                                    .filter(name -> name.endsWith("-service")))
                    .containsExactlyInAnyOrderElementsOf(
                            services.stream().map(service -> service.name() + "-service").toList());
        }
    }

    private static List<ServiceFacts> services() {
        try {
            return ServiceFacts.all(ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
