using Simulator.Api;
using Simulator.ControlPlane.Federation.Clusters;
using Simulator.ControlPlane.Federation.Dns;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;
using Simulator.World.Specification;

namespace Simulator.World.Federation;

/// <summary>Members that have been ready for long; services that have long been in all of them, and in DNS.</summary>
internal sealed class SettledFederation(FederationSetting setting, SimulatedApiServer server)
{
    public void Put()
    {
        var places = new SortedDictionary<string, ClusterPlace>(StringComparer.Ordinal);
        foreach (var name in setting.Spec.Members)
        {
            var place = MemberZones.Of(setting.Members[name].Server.Store.List("Node"));
            places.Add(name, place);
            server.Store.Put(MemberOf(name, place));
        }

        if (!setting.IsSettled) return;
        foreach (
            var value in setting.Spec.Workloads.Where(workload => workload.At == TimeSpan.Zero).SelectMany(workload => workload.Objects))
        {
            if (value is Service service) Put(service, places);
            else if (value is ReplicaSet set) Put(set);
        }
    }

    private Cluster MemberOf(string name, ClusterPlace place)
    {
        var told = setting.Spec.Workloads.SelectMany(workload => workload.Objects)
            .OfType<Cluster>()
            .FirstOrDefault(cluster => cluster.Name == name);
        var cluster = told ?? new Cluster { ServerAddresses = [new ServerAddress("0.0.0.0/0", $"https://{name}")] };
        return cluster with
        {
            Metadata = cluster.Metadata with { Name = name, Uid = $"member-{name}", CreationTimestamp = ClusterSpec.LongAgo },
            Conditions =
            [
                new ClusterCondition(
                    ClusterConditions.Ready, ConditionStatus.True, "ClusterReady", ClusterSpec.LongAgo, ClusterSpec.LongAgo),
            ],
            Zones = place.Zones,
            Region = place.Region,
        };
    }

    /// <summary>With the status that its controller would have written, so that it finds nothing to do.</summary>
    private void Put(ReplicaSet set)
    {
        var there = setting.Spec.Members.Select(member => setting.Members[member].Server.Store.Find<ReplicaSet>("ReplicaSet", set.Key))
            .OfType<ReplicaSet>().ToList();
        var created = server.Execute(new CreateRequest(set), ClusterSpec.LongAgo);
        if (created.Object is not ReplicaSet stored) return;
        server.Store.Put(stored with
        {
            Status = new ReplicaStatus
            {
                ObservedGeneration = stored.Metadata.Generation,
                Replicas = there.Sum(own => own.Status.Replicas),
                FullyLabeledReplicas = there.Sum(own => own.Status.FullyLabeledReplicas),
            },
        });
    }

    private void Put(Service service, IReadOnlyDictionary<string, ClusterPlace> places)
    {
        var shards = new ServiceShards();
        IReadOnlyList<string> ingress = [];
        foreach (var member in places.Keys)
        {
            var store = setting.Members[member].Server.Store;
            if (store.Find<Service>("Service", service.Key) is { } there)
            {
                ingress = shards.SeeService(member, there.LoadBalancerIngress, ingress) ?? ingress;
            }

            if (store.Find<Endpoints>("Endpoints", service.Key) is { } endpoints)
            {
                shards.SeeEndpoints(member, endpoints.Subsets.Any(subset => subset.Addresses.Count > 0));
            }
        }

        server.Execute(new CreateRequest(service with { LoadBalancerIngress = ingress }), ClusterSpec.LongAgo);
        var name = new FederatedName(service.Key, setting.Spec.Name, setting.Spec.Domain);
        var levels = places.Keys.Where(member => service.Type == "LoadBalancer")
            .SelectMany(member => RecordPlan.For(member, name, shards, places, NameOrder.Instance).Levels);
        foreach (var set in levels.Select(level => level.Set).OfType<RecordSet>().DistinctBy(set => set.Name))
        {
            setting.Provider.Know(set with { Ttl = setting.Spec.ControllerManager.RecordTtl });
        }
    }
}
