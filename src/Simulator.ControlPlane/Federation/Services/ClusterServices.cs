using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Federation.Services;

/// <summary>
/// Brings a federated service into one cluster (ensureClusterService in servicecontroller.go of 1.3.10), or takes it away.
/// </summary>
internal sealed class ClusterServices(ServiceSetting setting)
{
    public IEnumerator<Wait> Ensure(CachedService cached, string cluster, SharedService wanted)
    {
        for (var i = 0; i < ServiceSetting.Tries; i++)
        {
            var get = new Call(new MemberRequest(cluster, new GetRequest("Service", cached.Key)));
            yield return get;
            if (get.Response.Object is Service found)
            {
                wanted.TakeAddressOf(found);
                if (!Differs(found, wanted.Value)) yield break;
                var update = new Call(new MemberRequest(cluster, new UpdateRequest(With(found, wanted.Value))));
                yield return update;
                if (update.Response.IsOk) yield break;
            }
            else if (get.Response.Result == ApiResult.NotFound)
            {
                wanted.ForgetVersion();
                var create = new Call(new MemberRequest(cluster, new CreateRequest(ForCluster(wanted.Value))));
                yield return create;
                if (create.Response.Result is ApiResult.Ok or ApiResult.AlreadyExists) yield break;
            }

            yield return new Pause(setting.Routines, cached.ClusterRetry.Next());
        }
    }

    /// <param name="outcome">Told whether it is gone.</param>
    public IEnumerable<Wait> Delete(CachedService cached, string cluster, Action<bool> outcome)
    {
        for (var i = 0; i < ServiceSetting.Tries; i++)
        {
            var deletion = new Call(new MemberRequest(cluster, new DeleteRequest("Service", cached.Key)));
            yield return deletion;
            if (deletion.Response.Result is ApiResult.Ok or ApiResult.NotFound)
            {
                cached.Shards.SeeEndpoints(cluster, anyReady: false);
                outcome(true);
                yield break;
            }

            yield return new Pause(setting.Routines, cached.ClusterRetry.Next());
        }

        outcome(false);
    }

    /// <summary>Only ports are compared, each with each: of several some always differ.</summary>
    private static bool Differs(Service found, Service wanted) =>
        found.Ports.Any(old => wanted.Ports.Any(port => (port.Name, port.Protocol, port.Port) != (old.Name, old.Protocol, old.Port)
            || (port.NodePort != 0 && port.NodePort != old.NodePort)));

    private static Service With(Service found, Service wanted) =>
        wanted with { Metadata = found.Metadata, LoadBalancerIngress = found.LoadBalancerIngress };

    /// <summary>The API server gives it a uid, and no status.</summary>
    private static Service ForCluster(Service wanted) => wanted with
    {
        Metadata = wanted.Metadata with { Uid = "", CreationTimestamp = null, DeletionTimestamp = null },
        LoadBalancerIngress = [],
    };
}
