using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

/// <summary>
/// Of releases from 0.5 on: no new pod comes to the node, its pods are told to go, and it is deleted when they have gone, or a minute
/// later.
/// </summary>
internal sealed class DrainStep(AutoscalerContext context)
{
    private static readonly TimeSpan GraceMax = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PollPeriod = TimeSpan.FromSeconds(5);
    private static readonly Taint ToBeDeleted = new("ToBeDeletedByClusterAutoscaler", "", "NoSchedule");

    public IEnumerable<Wait> Run(string node, IReadOnlyList<Pod> pods)
    {
        if (context.Picture.Find(node)?.Node is { } known) yield return new Call(new UpdateRequest(Tainted(known)));
        foreach (var pod in pods) yield return new Call(new DeleteRequest("Pod", pod.Key, null, pod.Metadata.Uid));
        var deadline = context.Now + GraceMax;
        while (context.Now < deadline && pods.Any(pod => context.Picture.IsBound(pod)))
        {
            yield return new Pause(context.Routines, PollPeriod);
        }
    }

    private static Node Tainted(Node node) => node with
    {
        Spec = node.Spec with { Taints = new Parsed<IReadOnlyList<Taint>>([.. node.Spec.Taints.Value ?? [], ToBeDeleted]) },
    };
}
