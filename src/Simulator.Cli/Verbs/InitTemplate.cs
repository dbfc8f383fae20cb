namespace Simulator.Cli.Verbs;

/// <summary>The scenario and the manifest that <c>simulator init</c> writes.</summary>
internal static class InitTemplate
{
    /// <summary>Relative to the scenario's folder.</summary>
    public const string ManifestPath = "manifests/web.yaml";

    /// <summary>Beside the scenario.</summary>
    public const string SchemaPath = ".simulator.schema.json";

    public const string Scenario = """
        # yaml-language-server: $schema=.simulator.schema.json
        # A scenario: a cluster, what runs in it, what goes wrong, and what must hold in the end.
        # Run it:   simulator run scenario.yaml
        # Check it: simulator validate scenario.yaml
        # All keys: simulator schema --markdown; editors complete and check them by the schema of the first line
        scenario: first-look
        seed: 1                  # the same seed gives the same run
        duration: 20m

        clusters:
          - name: main
            region: us-east1
            zones: [us-east1-b, us-east1-c, us-east1-d]
            nodePools:
              - { name: default, machineType: n1-standard-2, count: 9 }     # list: simulator machine-types
            controlPlane:
              version: 1.3.10
              controller-manager:                                          # upstream flags, by their names
                pod-eviction-timeout: 5m
                deleting-pods-qps: 0.1
            start: settled       # the workloads run at time 0; with `empty` they are created through the API
            workloads:
              - manifests: [manifests/web.yaml]                            # Kubernetes objects as you have them
              # - generate: { kind: ReplicationController, count: 10, replicas: 5, cpu: 100m, memory: 200Mi }

        outages:
          - { at: 1m, for: 8m, kind: power-loss, zone: us-east1-b }        # or kind: reboot, network-cut, api-server-down

        expect:                  # checked at the end; a miss makes the exit code 1
          - { measure: pods.pendingAtEnd, atMost: 0 }

        """;

    public const string Manifest = """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector: { app: web }
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: ReplicationController
        metadata:
          name: web
        spec:
          replicas: 12
          selector: { app: web }
          template:
            metadata:
              labels: { app: web }
            spec:
              containers:
                - name: web
                  image: web:1
                  ports:
                    - containerPort: 80
                  resources:
                    requests: { cpu: 250m, memory: 256Mi }

        """;
}
