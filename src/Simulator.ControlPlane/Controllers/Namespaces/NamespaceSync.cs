using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Namespaces;

/// <summary>One sync of a namespace that is being deleted (syncNamespace in namespace_controller_utils.go of 1.3.10).</summary>
internal sealed class NamespaceSync(SortedDictionary<ObjectKey, Namespace> terminating, DelayedKeys delayed, RoutineSet routines)
{
    /// <summary>All namespaced kinds, in name order; in Go as the API server lists them, which is by group and then by name.</summary>
    private static readonly string[] Content =
    [
        "ConfigMap", "DaemonSet", "Deployment", "Endpoints", "HorizontalPodAutoscaler", "Job", "LimitRange", "PersistentVolumeClaim",
        "PetSet",
        "Pod", "ReplicaSet", "ReplicationController", "ResourceQuota", "Secret", "Service", "ServiceAccount",
    ];

    public IEnumerator<Wait> Run(ObjectKey key)
    {
        if (!terminating.TryGetValue(key, out var home)) yield break;
        if (home.Finalizers.Count > 0)
        {
            var emptying = new Emptying(home, routines);
            foreach (var wait in emptying.Run(Content)) yield return wait;
            if (emptying.HasFailed) delayed.AddAfterFailure(key, routines.Now);
            else if (emptying.SecondsToGo > 0) delayed.Add(key, routines.Now + TimeSpan.FromSeconds((emptying.SecondsToGo / 2) + 1));
            if (emptying.HasFailed || emptying.SecondsToGo > 0) yield break;
            var finalize = new Call(new UpdateStatusRequest(home with
            {
                Finalizers = [.. home.Finalizers.Where(name => name != Namespace.Finalizer)],
                Metadata = home.Metadata with { ResourceVersion = 0 },
            }));
            yield return finalize;
            if (!finalize.Response.IsOk) delayed.AddAfterFailure(key, routines.Now);
            if (finalize.Response is not { IsOk: true, Object: Namespace { Finalizers.Count: 0 } }) yield break;
        }

        yield return new Call(new DeleteRequest("Namespace", key, Uid: home.Metadata.Uid));
        delayed.Forget(key);
    }
}
