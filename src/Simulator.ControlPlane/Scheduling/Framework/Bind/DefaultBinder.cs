using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Bind;

/// <summary>Asks the API server to bind the pod to its node.</summary>
public sealed class DefaultBinder : IPlugin
{
    public string Name => PluginNames.DefaultBinder;

    public BindRequest Bind(Pod pod, string node) => new(pod.Key, node);
}
