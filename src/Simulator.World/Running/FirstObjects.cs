using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>Brings the scenario's workloads into a cluster: at once, where they have long been there, or with a user's client.</summary>
/// <remarks>What is refused is not tried again: it stands in the observations.</remarks>
internal sealed class FirstObjects
{
    private readonly SimulatedCluster _cluster;
    private readonly ApiClient _user;

    public FirstObjects(SimulatedCluster cluster)
    {
        _cluster = cluster;
        _user = cluster.Terminal.NewClient(new Creation(this, []));
    }

    /// <summary>The creation of a service was refused.</summary>
    public event Action<Service>? ServiceRefused;

    /// <summary>Those that are there at time zero; what admission depends on has long been there when the rest comes.</summary>
    public void CreateAtOnce()
    {
        var atStart = _cluster.Spec.Workloads.Where(workload => workload.At == TimeSpan.Zero);
        var rules = atStart.SelectMany(workload => workload.Objects).ToLookup(IsRule);
        foreach (var value in rules[true].OrderBy(value => value is not Namespace)) Create(value);
        foreach (var quota in _cluster.Store.List("ResourceQuota").Cast<ResourceQuota>().ToList()) Count(quota);
        foreach (var value in rules[false].Select(WithBalancer)) Create(value);
    }

    /// <summary>
    /// A user sends them together, but what decides about the rest alone: after the answers to all before it, and before all after it, as
    /// kubectl keeps the order of its files.
    /// </summary>
    public void CreateByUser(IReadOnlyList<ApiObject> objects) => new Creation(this, objects).Next();

    private static bool IsRule(ApiObject value) => value is Namespace or LimitRange or ResourceQuota or PriorityClass or StorageClass;

    private void Create(ApiObject value) => Note(_cluster.Server.Execute(new CreateRequest(value), ClusterSpec.LongAgo));

    private void Count(ResourceQuota quota)
    {
        var all = _cluster.Store.List("ResourceQuota", quota.Namespace);
        _cluster.Store.Put(quota with { Status = QuotaCount.StatusOf(quota, all) });
    }

    private ApiObject WithBalancer(ApiObject value) =>
        value is Service { Type: "LoadBalancer" } service && _cluster.Spec.ControllerManager.CloudProvider
            ? _cluster.Cloud.Adopt(service)
            : value;

    private void Note(in ApiResponse response)
    {
        if (response.IsOk || response.Request is not CreateRequest create) return;
        _cluster.Log.Write(ObservationKind.CreationRefused, $"{create.Object.Kind} {create.Object.Key}", response.Outcome);
        if (create.Object is Service service) ServiceRefused?.Invoke(service);
    }

    /// <summary>One command of the user: some objects, in order.</summary>
    private sealed class Creation(FirstObjects owner, IReadOnlyList<ApiObject> objects) : ICaller
    {
        private int _next;
        private int _unanswered;

        private bool MustWait => _unanswered > 0 && (IsRule(objects[_next]) || IsRule(objects[_next - 1]));

        public void Next()
        {
            while (_next < objects.Count && !MustWait)
            {
                _unanswered++;
                owner._user.Send(new CreateRequest(objects[_next++]), this);
            }
        }

        public void Complete(in ApiResponse response)
        {
            _unanswered--;
            owner.Note(response);
            Next();
        }
    }
}
