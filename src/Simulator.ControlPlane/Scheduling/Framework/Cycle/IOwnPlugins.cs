using Simulator.ControlPlane.Scheduling.Extensions;

namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>Plug-ins that somebody brings along, by name; null: there is none of that kind.</summary>
public interface IOwnPlugins
{
    IOwnRule<IFilter>? Filter(string name);

    IOwnRule<IScore>? Score(string name);
}
