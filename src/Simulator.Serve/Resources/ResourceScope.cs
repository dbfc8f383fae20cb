namespace Simulator.Serve.Resources;

/// <summary>Where objects of a resource live.</summary>
public enum ResourceScope
{
    Namespace,
    Cluster,
}
