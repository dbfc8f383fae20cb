using Simulator.Library;

var outcome = Simulate.Scenario("shop", TimeSpan.FromMinutes(30))
    .Cluster("east", "a", "b", "c")
    .Nodes(30, "n1-standard-4")
    .Workload("Deployment", "web", replicas: 60, cpu: "500m", memory: "1Gi")
    .Outage("power-loss", zone: "b", at: TimeSpan.FromMinutes(5))
    .Run(seed: 1);
Console.WriteLine(outcome.Answer);
foreach (var (measure, value) in outcome.Measures) Console.WriteLine($"{measure} {value}");
