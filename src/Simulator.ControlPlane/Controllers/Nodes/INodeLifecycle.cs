using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>Who watches over nodes, whatever its rules: marks the silent ones and has their pods go.</summary>
public interface INodeLifecycle : IControlLoop
{
    /// <summary>Moves what was noted since the last call to the end of <paramref name="into"/>.</summary>
    void TakeNotes(List<LifecycleNote> into);
}
