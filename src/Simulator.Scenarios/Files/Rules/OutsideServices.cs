using Simulator.Api;
using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Traffic to services that stand for a name outside the cluster.</summary>
internal sealed class OutsideServices : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        var services = view.Objects.Select(placed => placed.Value).OfType<Service>()
            .Where(service => service.Type == "ExternalName").ToList();
        foreach (var (traffic, place) in view.Cluster.Traffic.Zip(view.TrafficPlaces))
        {
            foreach (var service in services.Where(traffic.Addresses))
            {
                yield return new Omission(
                    Effect.ChangesDecisions, "traffic entry", "services",
                    $"the service '{service.Name}' stands for {service.ExternalName} outside the cluster: what answers there is not "
                        + "simulated", FieldPlace.Of(place, "services") ?? place, place);
            }
        }
    }
}
