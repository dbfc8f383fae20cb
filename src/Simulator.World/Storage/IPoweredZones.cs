namespace Simulator.World.Storage;

/// <summary>Which zones have power: a disk in one without can be neither made nor deleted.</summary>
internal interface IPoweredZones
{
    bool HasPower(string zone);
}
