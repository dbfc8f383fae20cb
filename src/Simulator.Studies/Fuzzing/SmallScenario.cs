namespace Simulator.Studies.Fuzzing;

/// <summary>A scenario that has one item of every list, so that a setting can reach each key.</summary>
internal static class SmallScenario
{
    public static FuzzFile In(string folder)
    {
        var path = Path.Combine(folder, "small.yaml");
        File.WriteAllText(path, Text);
        return FuzzFile.Read(path, "small.yaml");
    }

    private const string Text = """
        scenario: small
        duration: 5m
        clusters:
          - name: c
            region: r
            zones: [a, b]
            controlPlane: { controller-manager: { cloud-provider: gce } }
            nodePools:
              - { name: n, machineType: n1-standard-4, count: 4, taints: [{ key: a, effect: PreferNoSchedule }] }
            applications:
              - { selector: { app: web-001 }, load: { capacity: 100 } }
            workloads:
              - { generate: { kind: Deployment, count: 2, replicas: 3, cpu: 100m, memory: 100Mi } }
            traffic:
              - { services: [web-001], rate: 10, calls: [{ service: web-002 }], crowds: [{ at: 1m, factor: 2 }] }
        outages: [{ at: 1m, for: 1m, kind: power-loss, node: n-0001, repeat: { every: 2m, times: 2 } }]
        random: [{ per: node, between: 2m, lasts: 30s }]
        operations: [{ at: 30s, scale: deployment/web-001, replicas: 5 }]
        expect: [{ measure: pods.pendingAtEnd, atMost: 0 }]
        """;
}
