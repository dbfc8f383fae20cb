using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Api.Foreign;

/// <summary>Files of ours in the wrong place: a scenario among manifests, a manifest as a scenario, a policy as either.</summary>
public static class MisplacedFile
{
    private const string Profiles = "the configuration of a program of a later Kubernetes; a scenario names it in "
        + "controlPlane.scheduler.config, for a version that has profiles";

    /// <summary>What the file is and where it belongs; null if it may hold objects.</summary>
    internal static string? AsManifest(IReadOnlyList<SourceNode> documents)
    {
        if (documents.Any(IsStudy)) return "a study, not a manifest; run it by itself: simulator sweep FILE";
        if (documents.Any(IsRates))
        {
            return "rates of troubles, not a manifest; a scenario is struck by them: simulator risk FILE --rates FILE";
        }
        if (documents.Any(IsScenario)) return "a scenario, not a manifest; run it by itself: simulator run FILE";
        if (documents.Any(IsProfiles)) return Profiles;
        return documents.Any(IsPolicy)
            ? "a scheduler policy, not a manifest; a scenario names it in controlPlane.scheduler.policy-config-file"
            : null;
    }

    /// <summary>What the file is and where it belongs; null if it may be a scenario.</summary>
    public static string? AsScenario(IReadOnlyList<SourceNode> documents)
    {
        if (documents.Any(IsStudy)) return "a study of many runs, not a scenario; it names one (simulator sweep FILE runs it)";
        if (documents.Any(IsRates)) return "rates of troubles, not a scenario; one is struck by them: simulator risk SCENARIO --rates FILE";
        if (documents.Any(IsScenario)) return null;
        if (documents.Any(IsProfiles)) return Profiles;
        if (documents.Any(IsPolicy))
        {
            return "a scheduler policy, not a scenario; a scenario names it in controlPlane.scheduler.policy-config-file";
        }
        return documents.OfType<SourceMapping>().FirstOrDefault(IsObject) is { } map
            ? $"a manifest ({Wording.Shortened(TextOf(map, "kind"))}), not a scenario; a scenario names it in "
                + "clusters[].workloads[].manifests (simulator init writes one)"
            : null;
    }

    /// <summary>Rightly or wrongly.</summary>
    public static bool IsScenario(SourceNode document) =>
        document is SourceMapping map
            && !IsStudy(map)
            && (map.IndexOf("scenario") >= 0 || (map.IndexOf("clusters") >= 0 && map.IndexOf("kind") < 0));

    /// <summary>Rightly or wrongly.</summary>
    public static bool IsStudy(SourceNode document) => document is SourceMapping map && map.IndexOf("study") >= 0;

    /// <summary>Rightly or wrongly.</summary>
    public static bool IsRates(SourceNode document) =>
        document is SourceMapping map && map.IndexOf("rates") >= 0 && map.IndexOf("kind") < 0 && !IsStudy(map) && !IsScenario(map);

    /// <summary>Profiles of a scheduler, which are neither; null if it is something else.</summary>
    public static string? AsEither(IReadOnlyList<SourceNode> documents) => documents.Any(IsProfiles) ? Profiles : null;

    /// <summary>Rightly or wrongly.</summary>
    internal static bool IsProfiles(SourceNode document) =>
        document is SourceMapping map && TextOf(map, "kind") == "KubeSchedulerConfiguration";

    private static bool IsPolicy(SourceNode document) =>
        document is SourceMapping map
            && TextOf(map, "kind") == "Policy"
            && (map.IndexOf("predicates") >= 0 || map.IndexOf("priorities") >= 0);

    private static bool IsObject(SourceMapping map) => TextOf(map, "kind").Length > 0 && TextOf(map, "apiVersion").Length > 0;

    private static string TextOf(SourceMapping map, string key) => (map[key] as SourceScalar)?.Text ?? "";
}
