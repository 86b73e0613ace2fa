package parlance.internalapi.file;

import java.util.Map;
import org.eclipse.microprofile.faulttolerance.ExecutionContext;
import org.eclipse.microprofile.faulttolerance.FallbackHandler;
import org.jboss.logging.Logger;

/** Answers that no file has a URL when file-service cannot be asked. */
public final class EmptyUrlsFallback implements FallbackHandler<FileUrls> {

    private static final Logger LOG = Logger.getLogger(EmptyUrlsFallback.class);

    @Override
    public FileUrls handle(ExecutionContext call) {
        LOG.warnf("file_urls_left_out cause=%s", call.getFailure());
        return new FileUrls(Map.of());
    }
}
