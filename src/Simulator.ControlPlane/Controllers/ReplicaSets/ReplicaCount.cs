using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;

namespace Simulator.ControlPlane.Controllers.ReplicaSets;

/// <summary>What a status says of the pods of an owner.</summary>
/// <param name="Pods">All that are active.</param>
/// <param name="Labelled">With all labels of the template.</param>
/// <param name="Available">Ready for long enough.</param>
internal readonly record struct ReplicaCount(int Pods, int Labelled, int Ready, int Available)
{
    public static ReplicaCount Of(ReplicaController owner, IReadOnlyList<Pod> pods, Instant now)
    {
        var (labelled, ready, available) = (0, 0, 0);
        var minReady = TimeSpan.FromSeconds(owner.MinReadySeconds);
        foreach (var pod in pods)
        {
            if (owner.Template.Labels.IsSubsetOf(pod.Metadata.Labels)) labelled++;
            if (!pod.IsReady) continue;
            ready++;
            if (Availability.Of(pod, minReady, now)) available++;
        }

        return new ReplicaCount(pods.Count, labelled, ready, available);
    }
}
