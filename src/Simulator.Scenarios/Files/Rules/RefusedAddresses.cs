using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.World.ApiServer;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Services whose address is not of the cluster's range, or that of a service before them.</summary>
internal sealed class RefusedAddresses : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        if (view.Cluster.ApiServer.ServiceClusterIpRange is not { } range) yield break;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var placed in view.Objects)
        {
            if (placed.Value is not Service { ClusterIP: not ("" or "None") } service) continue;
            if (ServiceAddresses.FaultOf(service.ClusterIP, range, taken.Contains) is { } fault)
            {
                yield return new Omission(
                    Effect.ChangesDecisions, service.Kind, "spec.clusterIP",
                    $"the API server refuses {service.Name}: {service.ClusterIP}: {fault}",
                    FieldPlace.Of(placed.Place, "spec.clusterIP") ?? placed.Place, placed.Place);
            }

            if (!IsEverDeleted(service, view)) taken.Add(service.ClusterIP);
        }
    }

    /// <summary>Its address is free again then.</summary>
    private static bool IsEverDeleted(Service service, ClusterView view) =>
        view.Operations.Any(operation => operation is DeleteOperation { Kind: "Service" } deletion && deletion.Key == service.Key);
}
