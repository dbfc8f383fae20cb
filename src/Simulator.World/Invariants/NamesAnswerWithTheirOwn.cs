using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>An answer may be old, and the address may serve somebody else by now; it was never another pet's answer.</summary>
internal sealed class NamesAnswerWithTheirOwn(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(NamesAnswerWithTheirOwn);

    private readonly HashSet<(string Namespace, string Host, string Ip)> _had = [];

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit.Object is not Pod { Status.PodIP.Length: > 0 } pod) return;
        var host = pod.Metadata.Annotations.ValueOrEmpty(WellKnownAnnotations.PodHostname) is { Length: > 0 } annotated
            ? annotated
            : pod.Spec.Hostname;
        if (host.Length > 0) _had.Add((pod.Namespace, host, pod.Status.PodIP));
    }

    public void Observe(in Observation observation)
    {
        if (observation.Kind != ObservationKind.DnsNameChanged || observation.Other.Length == 0) return;
        var parts = observation.Subject.Split('.');
        if (!_had.Contains((parts[2], parts[0], observation.Other)))
        {
            cluster.Break(Name, $"{observation.Subject} is answered with {observation.Other}, which no pod of that name ever had");
        }
    }
}
