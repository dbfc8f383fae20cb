using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>Flags of kube-apiserver.</summary>
internal static class ApiServerShape
{
    private const int SecondsInADay = 86_400;

    private static readonly KeysOf<ApiServerOptions> Key = new();

    public static Shape<ApiServerOptions> Value { get; } = new("apiserver", new ApiServerOptions(),
    [
        Key.Integer("max-requests-inflight", "requests that one API server works on at a time, watches not counted; one more is refused with 429 and tried again after a second, ten times", 1, 1_000_000, o => o.MaxRequestsInflight, (o, v) => o with { MaxRequestsInflight = v }),
        Key.Integer("min-request-timeout", "seconds; a watch is closed between one and two of them after it was opened, and opened again", 1, SecondsInADay, o => (int)o.MinRequestTimeout.TotalSeconds, (o, v) => o with { MinRequestTimeout = TimeSpan.FromSeconds(v) }),
    ])
    { Program = "kube-apiserver" };
}
