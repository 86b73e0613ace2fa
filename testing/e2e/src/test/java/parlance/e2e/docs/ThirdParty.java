package parlance.e2e.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;

/** The libraries that Parlance ships with their licences, from a bill of materials (CycloneDX). */
final class ThirdParty {

    private static final String HEAD =
            """
            # Third-party software

            The libraries in Parlance's images, and what they are licensed under by their own account. Where there are several
            licences, Parlance uses the library under the first that is compatible with Apache-2.0. Versions are in each
            release's SBOM (`mvn -Psbom package -DskipTests`: `target/bom.json`), from which this page is made:
            `ThirdPartyIT` checks it, and writes it with `-Ddocs.write=true`.

            | library | licence |
            | --- | --- |
            """;

    private ThirdParty() {}

    static String page(Path bom) throws IOException {
        var rows = new TreeMap<String, String>();
        for (var component : new ObjectMapper().readTree(bom.toFile()).path("components")) {
            var group = component.path("group").asText();
            if (!group.equals("parlance")) {
                rows.put(group + ":" + component.path("name").asText(), licencesOf(component));
            }
        }
        var page = new StringBuilder(HEAD);
        rows.forEach((library, licences) ->
                page.append("| `").append(library).append("` | ").append(licences).append(" |\n"));
        return page.toString();
    }

    private static String licencesOf(JsonNode component) {
        var names = new ArrayList<String>();
        for (var choice : component.path("licenses")) {
            var license = choice.path("license");
            names.add(
                    license.path("id")
                            .asText(
                                    license.path("name")
                                            .asText(choice.path("expression").asText())));
        }
        return names.isEmpty() ? "see its own files" : String.join(", ", names);
    }
}
