namespace Simulator.World.ApiServer;

/// <summary>
/// What the autoscaler's client says when it reads something else than metrics as JSON: it looks at no HTTP status (measured on 1.3.10).
/// </summary>
internal static class MetricsFaults
{
    /// <summary>The service, or its endpoints, are not there: an API error in protobuf, which begins with "k8s".</summary>
    public static readonly string NoEndpoints = Invalid('k');

    /// <summary>An endpoint does not answer: "Error: 'dial tcp ...'" (pkg/apiserver/proxy.go).</summary>
    public static readonly string Unreachable = Invalid('E');

    private static string Invalid(char first) => $"invalid character '{first}' looking for beginning of value";
}
