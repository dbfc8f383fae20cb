namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>Where the real scheduler throws dice.</summary>
public interface IDraws
{
    /// <summary>0 to <paramref name="count"/> - 1, each as likely.</summary>
    int Draw(int count);
}
