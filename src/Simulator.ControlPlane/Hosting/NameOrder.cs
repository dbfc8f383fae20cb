namespace Simulator.ControlPlane.Hosting;

/// <summary>The first by name, always: for recordings, and where nobody draws.</summary>
public sealed class NameOrder : IMapOrder
{
    public static readonly NameOrder Instance = new();

    public int First(int count) => 0;
}
