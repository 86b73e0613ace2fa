package parlance.push.lookup;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.file.FileUrlQuery;

/** Where attachments can be fetched. A notification without its picture is better than none. */
@Singleton
public final class Pictures {

    private static final Logger LOG = Logger.getLogger(Pictures.class);

    private final FileClient files;

    Pictures(@RestClient FileClient files) {
        this.files = files;
    }

    public Map<FileId, String> find(OrganizationId organization, Collection<FileId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        try {
            return files.urls(new FileUrlQuery(organization, Set.copyOf(ids))).urls();
        } catch (ProcessingException | WebApplicationException | FaultToleranceException e) {
            LOG.warnf("pictures_left_out cause=%s", e.toString());
            return Map.of();
        }
    }
}
