namespace Simulator.World.Cloud;

/// <summary>What troubles do to a cloud; what has begun several times is over when as many have ended.</summary>
public interface ICloudLevers
{
    /// <summary>Its API answers nobody.</summary>
    void GoDown();

    void ComeUp();

    /// <summary>It has no machines to give.</summary>
    void RunOut();

    void Restock();

    /// <summary>It has no machines of a type in a zone; "" = of any type, in any zone.</summary>
    void RunOutOf(string zone, string machineType);

    /// <summary>It takes a machine away; the group that the machine is in, if it is in one, is to have another.</summary>
    void Lose(string machine);

    void RestockOf(string zone, string machineType);
}
