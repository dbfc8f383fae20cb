namespace Simulator.World.Cloud;

/// <summary>Who gives machines to those that boot.</summary>
internal interface IMachineStock
{
    /// <summary>Boots a machine now, or when there are machines to be had again.</summary>
    void WhenItCanBoot(Action boot);
}
