namespace Simulator.Api;

/// <summary>Where an object lives.</summary>
internal enum Scope
{
    Cluster,
    Namespaced,
}
