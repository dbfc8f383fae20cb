namespace Simulator.ControlPlane.Hosting;

/// <summary>
/// Which of several comes first where the real program takes whatever a Go map, or a list made of one, gives first: another one each time.
/// The host knows the chance, the rule does not.
/// </summary>
/// <remarks>All are equally likely here; in Go it depends on where in the map's buckets they lie.</remarks>
public interface IMapOrder
{
    /// <param name="count">How many there are in name order, at least 2.</param>
    /// <returns>The place of the one that comes first, from 0.</returns>
    int First(int count);
}
