using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling;

/// <summary>A controller of horizontal autoscalers, as whoever tells of them sees it.</summary>
public interface IHorizontalAutoscalers : IControlLoop
{
    /// <summary>Moves what passes have come to since the last time to the end of <paramref name="into"/>.</summary>
    void TakeNotes(List<HorizontalNote> into);
}
