using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>A rule of somebody's own that looks at one node alone, and says what of a pod it reads.</summary>
public interface IOwnNodeRule : IPlugin
{
    /// <summary>Writes down all of the pod that its answer depends on.</summary>
    void Describe(Pod pod, ShapeText shape);
}
