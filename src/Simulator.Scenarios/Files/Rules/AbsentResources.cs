using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>
/// Pods that ask for more of a resource other than CPU and memory than any node has, where such resources are counted and their
/// scheduler does not ignore them.
/// </summary>
internal sealed class AbsentResources : IClusterRule
{
    /// <summary>What a version acts upon that counts resources of any name.</summary>
    public const string Counted = "pod.containers[].resources";

    public IEnumerable<Omission> Check(ClusterView view) =>
        view.Cluster.Version.ActsUpon.Contains(Counted) ? view.Pods.Select(pod => Check(pod, view)).OfType<Omission>() : [];

    private static Omission? Check(PodUse pod, ClusterView view)
    {
        var wanted = PodDemand.Of(pod.Spec).Amounts;
        IEnumerable<(string Name, long Amount)> asked =
        [
            (ResourceNames.EphemeralStorage, wanted.EphemeralStorage), .. wanted.Scalars.Select(scalar => (scalar.Key, scalar.Value)),
        ];
        foreach (var (name, amount) in asked)
        {
            var amounts = view.NodeKinds.Select(node => node.Node!.Status.Allocatable.Value(name)).DefaultIfEmpty().ToList();
            var most = amounts.Max();
            if (amount <= most || (amounts.Contains(0) && IsIgnored(pod, name, view))) continue;
            return pod.At(
                "containers", Effect.ChangesDecisions,
                $"asks for {Quantity.FromUnits(amount)} {Wording.Shortened(name)}, and the node with most has {Quantity.FromUnits(most)} "
                    + "(capacity: extended): no node can ever take it");
        }

        return null;
    }

    /// <summary>By the scheduler. A kubelet does not ask for a vendor's resource that its node does not have, but for all others.</summary>
    private static bool IsIgnored(PodUse pod, string resource, ClusterView view) => ResourceKinds.IsExtended(resource)
        && (!view.Filters(pod, PluginNames.NodeResourcesFit) || view.ProfileOf(pod)?.Settings.Ignores(resource) is true);
}
