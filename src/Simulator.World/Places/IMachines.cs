namespace Simulator.World.Places;

/// <summary>The machines of a cluster, as the cloud under it knows them.</summary>
public interface IMachines
{
    IMachine? Find(string name);
}

/// <summary>A machine, as the cloud knows it.</summary>
public interface IMachine
{
    string Name { get; }

    string Zone { get; }

    /// <summary>The cloud has taken it away.</summary>
    bool IsGone { get; }
}
