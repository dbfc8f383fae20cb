using Simulator.ControlPlane.Versions;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Objects;

/// <summary>Every version that differs from the stored one by more than its name.</summary>
internal static class Views
{
    private static readonly Dictionary<(string GroupVersion, string Resource), IView> Table = new()
    {
        [("extensions/v1beta1", "horizontalpodautoscalers")] = new BetaAutoscalers(),
        [("extensions/v1beta1", "jobs")] = new BetaJobs(),
        [("networking.k8s.io/v1", "ingresses")] = new LaterIngresses(),
        [("apps/v1", "deployments")] = new LaterDeployments(),
    };

    /// <summary>Over objects of apps/v1 and its like.</summary>
    private static readonly Dictionary<(string GroupVersion, string Resource), IView> LaterTable = new()
    {
        [("autoscaling/v1", "horizontalpodautoscalers")] = new PlainAutoscalers(),
    };

    public static IView? Find(ServedResource resource) => resource.View
        ?? (resource.Api == ApiGroups.Apps ? LaterTable : Table).GetValueOrDefault((resource.GroupVersion, resource.Name));
}
