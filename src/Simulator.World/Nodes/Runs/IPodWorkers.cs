namespace Simulator.World.Nodes.Runs;

/// <summary>The workers that look after a node's pods, for whoever sees something change.</summary>
internal interface IPodWorkers
{
    /// <summary>The pod with its containers one by one.</summary>
    PodWork Detail(PodRun run);

    /// <summary>Its worker looks at it, now or when the machine goes on.</summary>
    void Sync(PodRun run);

    /// <summary>Its status may have something new to say.</summary>
    void Say(PodRun run);
}
