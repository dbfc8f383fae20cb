namespace Simulator.World.Users;

/// <summary>The clusters that users try one after the other.</summary>
/// <param name="Share">Of those who hold the answer.</param>
/// <param name="Stops">First, second, ... and then the first again; empty: there is nowhere to go.</param>
internal readonly record struct Way(double Share, IReadOnlyList<Stop> Stops);

/// <param name="Cluster">Its number; -1: nobody ever had the address.</param>
/// <param name="IsServed">A balancer stands there.</param>
internal readonly record struct Stop(int Cluster, bool IsServed);
