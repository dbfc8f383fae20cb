namespace Simulator.World.Cloud;

/// <summary>
/// The power of a zone's disks: without it they can be neither made nor reached. It is back when as many losses have ended as have begun.
/// </summary>
public interface IZonePower
{
    void LoseZone(string zone);

    void RegainZone(string zone);
}
