using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Growth;

/// <summary>Which of several options is taken, always one alone (BestExpansionOption of utils.go).</summary>
public static class Expander
{
    /// <summary>The first in 0.2.2, any in 0.3.0; null if there is none.</summary>
    public static ExpansionOption? Choose(AutoscalerVersion version, IReadOnlyList<ExpansionOption> options, IMapOrder chance)
    {
        if (options.Count == 0) return null;
        return version == AutoscalerVersion.V022 ? options[0] : options[chance.Pick(options.Count)];
    }
}
