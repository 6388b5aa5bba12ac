//! The public names of SQLAlchemy 2.0 by module.
//!
//! A name that is listed here and that the bindings do not have is an error that says so; any other
//! name is an `AttributeError`, as in Python.

/// The modules and their names.
pub(super) const NAMES: &[(&str, &str)] = &[
    (
        "sqlalchemy",
        "ARRAY AdaptedConnection Alias AliasedReturnsRows AssertionPool AsyncAdaptedQueuePool \
         BIGINT BINARY BLANK_SCHEMA BLOB BOOLEAN BaseDDLElement BaseRow BigInteger \
         BinaryExpression BindParameter BindTyping Boolean BooleanClauseList CHAR CLOB CTE \
         CacheKey Case Cast CheckConstraint ChunkedIteratorResult ClauseElement ClauseList \
         CollectionAggregate Column ColumnClause ColumnCollection ColumnDefault ColumnElement \
         ColumnOperators Compiled CompoundSelect Computed Connection Constraint \
         CreateEnginePlugin CursorResult DATE DATETIME DDL DDLElement DECIMAL DOUBLE \
         DOUBLE_PRECISION Date DateTime DefaultClause Delete Dialect Double Engine Enum \
         ExceptionContext Executable ExecutableDDLElement ExecutionContext Exists Extract \
         FLOAT FallbackAsyncAdaptedQueuePool False_ FetchedValue Float ForeignKey \
         ForeignKeyConstraint FromClause FromGrouping FrozenResult Function FunctionElement \
         FunctionFilter GenerativeSelect Grouping HasCTE HasPrefixes HasSuffixes INT INTEGER \
         Identity Index Insert Inspector Integer Interval IteratorResult JSON Join \
         LABEL_STYLE_DEFAULT LABEL_STYLE_DISAMBIGUATE_ONLY LABEL_STYLE_NONE \
         LABEL_STYLE_TABLENAME_PLUS_COL Label LambdaElement LargeBinary Lateral MappingResult \
         MergedResult MetaData NCHAR NUMERIC NVARCHAR NestedTransaction NotNullable Null \
         NullPool Nullable Numeric Operators Over PickleType Pool PoolProxiedConnection \
         PoolResetState PrimaryKeyConstraint QueuePool REAL ReleaseSavepointClause Result \
         ResultProxy ReturnsRows RollbackToSavepointClause RootTransaction Row RowMapping \
         SMALLINT SQLColumnExpression SavepointClause ScalarResult ScalarSelect Select \
         SelectBase SelectLabelStyle Selectable Sequence SingletonThreadPool SmallInteger \
         StatementLambdaElement StaticPool String Subquery TEXT TIME TIMESTAMP Table \
         TableClause TableSample TableValuedAlias Text TextAsFrom TextClause TextualSelect \
         Time Transaction True_ TryCast Tuple TupleType TwoPhaseTransaction TypeClause \
         TypeCoerce TypeCompiler TypeDecorator URL UUID UnaryExpression Unicode UnicodeText \
         UniqueConstraint Update UpdateBase Uuid VARBINARY VARCHAR Values ValuesBase \
         Visitable WithinGroup alias all_ and_ any_ asc between bindparam bitwise_not case \
         cast collate column create_engine create_mock_engine create_pool_from_url cte \
         custom_op delete desc distinct engine_from_config except_ except_all exists extract \
         false func funcfilter insert insert_sentinel inspect intersect intersect_all join \
         label lambda_stmt lateral literal literal_column make_url modifier not_ null \
         nulls_first nulls_last nullsfirst nullslast or_ outerjoin outparam over quoted_name \
         result_tuple select table tablesample text true try_cast tuple_ type_coerce union \
         union_all update values within_group",
    ),
    (
        "sqlalchemy.schema",
        "AddConstraint BLANK_SCHEMA BaseDDLElement CheckConstraint Column \
         ColumnCollectionConstraint ColumnCollectionMixin ColumnDefault Computed Constraint \
         CreateColumn CreateIndex CreateSchema CreateSequence CreateTable DDL DDLElement \
         DefaultClause DefaultGenerator DropColumnComment DropConstraint \
         DropConstraintComment DropIndex DropSchema DropSequence DropTable DropTableComment \
         ExecutableDDLElement FetchedValue ForeignKey ForeignKeyConstraint HasConditionalDDL \
         Identity Index InvokeDDLBase MetaData PrimaryKeyConstraint SchemaConst SchemaItem \
         SchemaVisitable SchemaVisitor Sequence SetColumnComment SetConstraintComment \
         SetTableComment Table UniqueConstraint conv insert_sentinel sort_tables \
         sort_tables_and_constraints",
    ),
    (
        "sqlalchemy.types",
        "ARRAY BIGINT BINARY BLOB BOOLEAN BigInteger Boolean CHAR CLOB Concatenable DATE \
         DATETIME DECIMAL DOUBLE DOUBLE_PRECISION Date DateTime Double Enum ExternalType \
         FLOAT Float INT INTEGER Indexable Integer Interval JSON LargeBinary MatchType NCHAR \
         NULLTYPE NUMERIC NVARCHAR NullType Numeric PickleType REAL SMALLINT STRINGTYPE \
         SchemaType SmallInteger String TEXT TIME TIMESTAMP Text Time TupleType TypeDecorator \
         TypeEngine UUID Unicode UnicodeText UserDefinedType Uuid VARBINARY VARCHAR Variant \
         adapt_type to_instance",
    ),
    (
        "sqlalchemy.sql",
        "Alias BaseDDLElement COLLECT_CARTESIAN_PRODUCTS ClauseElement ClauseVisitor \
         ColumnCollection ColumnElement CompoundSelect DDL DDLElement Delete Executable \
         ExecutableDDLElement FROM_LINTING False_ FromClause Insert Join LABEL_STYLE_DEFAULT \
         LABEL_STYLE_DISAMBIGUATE_ONLY LABEL_STYLE_NONE LABEL_STYLE_TABLENAME_PLUS_COL \
         LambdaElement NO_LINTING NotNullable Nullable SQLColumnExpression Select \
         SelectLabelStyle Selectable StatementLambdaElement Subquery TableClause TableSample \
         True_ Update Values WARN_LINTING alias all_ and_ any_ asc between bindparam case \
         cast collate column cte delete desc distinct except_ except_all exists extract false \
         func funcfilter insert intersect intersect_all join label lambda_stmt lateral \
         literal literal_column modifier not_ null nulls_first nulls_last nullsfirst \
         nullslast or_ outerjoin outparam over quoted_name select table tablesample text true \
         try_cast tuple_ type_coerce union union_all update values within_group",
    ),
    (
        "sqlalchemy.sql.expression",
        "Alias AliasedReturnsRows BinaryExpression BindParameter BooleanClauseList CTE \
         CacheKey Case Cast ClauseElement ClauseList CollectionAggregate ColumnClause \
         ColumnCollection ColumnElement ColumnOperators CompoundSelect Delete Executable \
         Exists ExpressionClauseList Extract False_ FromClause FromGrouping Function \
         FunctionElement FunctionFilter GenerativeSelect Grouping HasCTE HasPrefixes \
         HasSuffixes Insert Join LABEL_STYLE_DEFAULT LABEL_STYLE_DISAMBIGUATE_ONLY \
         LABEL_STYLE_NONE LABEL_STYLE_TABLENAME_PLUS_COL Label LambdaElement Lateral Null \
         Operators Over ReleaseSavepointClause ReturnsRows RollbackToSavepointClause \
         SQLColumnExpression SavepointClause ScalarSelect ScalarValues Select SelectBase \
         SelectLabelStyle Selectable StatementLambdaElement Subquery TableClause TableSample \
         TableValuedAlias TextAsFrom TextClause TextualSelect True_ TryCast Tuple TypeClause \
         TypeCoerce UnaryExpression Update UpdateBase Values ValuesBase Visitable WithinGroup \
         alias all_ and_ any_ asc between bindparam bitwise_not case cast collate column cte \
         custom_op delete desc distinct except_ except_all exists extract false func \
         funcfilter insert intersect intersect_all join label lambda_stmt lateral literal \
         literal_column modifier not_ null nulls_first nulls_last nullsfirst nullslast or_ \
         outerjoin outparam over quoted_name select table tablesample text true try_cast \
         tuple_ type_coerce union union_all update values within_group",
    ),
    (
        "sqlalchemy.sql.schema",
        "BLANK_SCHEMA CallableColumnDefault CheckConstraint ClauseElement Column ColumnClause \
         ColumnCollectionConstraint ColumnCollectionMixin ColumnDefault ColumnElement \
         ColumnElementColumnDefault Computed Constraint DEFAULT_NAMING_CONVENTION \
         DedupeColumnCollection DefaultClause DefaultGenerator DialectKWArgs Executable \
         ExternallyTraversible FetchedValue ForeignKey ForeignKeyConstraint HasConditionalDDL \
         HasMemoized HasSchemaAttr Identity IdentityOptions Index MetaData NULL_UNSPECIFIED \
         PrimaryKeyConstraint RETAIN_SCHEMA ScalarElementColumnDefault SchemaConst \
         SchemaEventTarget SchemaItem SchemaVisitable Sequence Table TableClause TextClause \
         UniqueConstraint insert_sentinel quoted_name to_instance",
    ),
    (
        "sqlalchemy.sql.sqltypes",
        "ARRAY BIGINT BINARY BLOB BOOLEAN BOOLEANTYPE BigInteger Boolean CHAR CLOB \
         Concatenable DATE DATETIME DATETIME_TIMEZONE DECIMAL DOUBLE DOUBLE_PRECISION Date \
         DateTime Double Emulated Enum FLOAT Float HasCacheKey HasExpressionLookup INDEXABLE \
         INT INTEGER INTEGERTYPE Indexable Integer InternalTraversal Interval JSON \
         LargeBinary MATCHTYPE MatchType NCHAR NO_ARG NULLTYPE NUMERIC NUMERICTYPE NVARCHAR \
         NativeForEmulated NullType Numeric PickleType REAL SMALLINT STRINGTYPE \
         SchemaEventTarget SchemaType Slice SmallInteger String TABLEVALUE TEXT TIME \
         TIMESTAMP TIME_TIMEZONE TableValueType Text Time TupleType TypeDecorator TypeEngine \
         TypeEngineMixin UUID Unicode UnicodeText Uuid VARBINARY VARCHAR Variant is_literal \
         is_pep695 quoted_name to_instance type_coerce warn_deprecated",
    ),
    (
        "sqlalchemy.sql.type_api",
        "BOOLEANTYPE CacheConst ColumnOperators Emulated ExternalType INDEXABLE INTEGERTYPE \
         MATCHTYPE NO_CACHE NULLTYPE NUMERICTYPE NativeForEmulated STRINGTYPE \
         SchemaEventTarget TABLEVALUE TypeDecorator TypeEngine TypeEngineMixin \
         UserDefinedType Variant Visitable adapt_type to_instance",
    ),
    (
        "sqlalchemy.sql.elements",
        "Annotated AnnotatedColumnElement AsBoolean BinaryExpression BindParameter \
         BooleanClauseList Case Cast ClauseElement ClauseList CollationClause \
         CollectionAggregate ColumnClause ColumnElement ColumnOperators CompilerColumnElement \
         CompilerElement DQLDMLClauseElement Executable ExpressionClauseList \
         ExternallyTraversible Extract False_ FunctionFilter Generative GroupedElement \
         Grouping HasCopyInternals HasMemoized HasMemoized_ro_memoized_attribute Immutable \
         IndexExpression InternalTraversal KeyedColumnElement Label MemoizedHasCacheKey \
         NO_ARG NO_CACHE NamedColumn Null OperatorExpression Over RANGE_CURRENT \
         RANGE_UNBOUNDED ReleaseSavepointClause RollbackToSavepointClause SQLColumnExpression \
         SQLCoreOperations SavepointClause SingletonConstant Slice \
         SupportsWrappingAnnotations TableValuedColumn TextClause True_ TryCast Tuple \
         TypeClause TypeCoerce TypingOnly UnaryExpression Visitable WithinGroup \
         WrapsColumnExpression and_ cloned_traverse conv has_schema_attr is_quoted_name \
         literal literal_column or_ quoted_name traverse",
    ),
    (
        "sqlalchemy.sql.selectable",
        "Alias AliasedReturnsRows Annotated AnnotatedFromClause BindParameter \
         BooleanClauseList CTE CacheableOptions ClauseElement ClauseList ColumnClause \
         ColumnCollection ColumnElement ColumnSet CompileState CompoundSelect \
         CompoundSelectState DQLDMLClauseElement DedupeColumnCollection DialectKWArgs \
         Executable ExecutableReturnsRows Exists ForUpdateArg FromClause FromClauseAlias \
         FromGrouping Generative GenerativeSelect GroupedElement HasCTE HasCompileState \
         HasHints HasMemoized HasMemoized_ro_memoized_attribute HasPrefixes HasSuffixes \
         Immutable InternalTraversal Join LABEL_STYLE_DEFAULT LABEL_STYLE_DISAMBIGUATE_ONLY \
         LABEL_STYLE_NONE LABEL_STYLE_TABLENAME_PLUS_COL Lateral LateralFromClause NULLTYPE \
         NamedFromClause NamedFromGrouping NoInit OperatorType ReturnsRows ScalarSelect \
         ScalarValues Select SelectBase SelectLabelStyle SelectState SelectStatementGrouping \
         Selectable SelectsRows Subquery SupportsCloneAnnotations TableClause TableSample \
         TableValuedAlias TableValuedColumn TextAsFrom TextualSelect TypedReturnsRows \
         UnaryExpression Values and_ elem literal_column prefix_anon_map",
    ),
    (
        "sqlalchemy.sql.functions",
        "AnsiFunction BinaryExpression BindParameter Cast ClauseList ColumnCollection \
         ColumnElement Executable Extract FromClause Function FunctionAsBinary \
         FunctionElement FunctionFilter Generative GenericFunction Grouping HasMemoized \
         InternalTraversal NamedColumn OrderedSetAgg Over ReturnTypeFromArgs \
         ReturnTypeFromOptionalArgs ScalarFunctionColumn Select TableValueType \
         TableValuedAlias TypeEngine WithinGroup aggregate_strings array_agg char_length \
         coalesce concat count cube cume_dist current_date current_time current_timestamp \
         current_user dense_rank func grouping_sets literal_column localtime localtimestamp \
         max min mode modifier next_value now percent_rank percentile_cont percentile_disc \
         random rank register_function rollup session_user sum sysdate user",
    ),
    (
        "sqlalchemy.sql.ddl",
        "AddConstraint BaseDDLElement ClauseElement CreateColumn CreateConstraint CreateIndex \
         CreateSchema CreateSequence CreateTable DDL DDLElement DDLIf DDLIfCallable \
         DropColumnComment DropConstraint DropConstraintComment DropIndex DropSchema \
         DropSequence DropTable DropTableComment Executable ExecutableDDLElement \
         InvokeCreateDDLBase InvokeDDLBase InvokeDropDDLBase SchemaDropper SchemaGenerator \
         SchemaVisitor SetColumnComment SetConstraintComment SetTableComment sort_tables \
         sort_tables_and_constraints",
    ),
    (
        "sqlalchemy.sql.dml",
        "Alias BooleanClauseList ClauseElement ColumnClause ColumnCollection ColumnElement \
         ColumnSet CompileState DMLState DMLWhereBase Delete DeleteDMLState DialectKWArgs \
         Executable ExecutableReturnsRows FromClause Generative HasCTE HasCompileState \
         HasPrefixes Insert InsertDMLState InternalTraversal Join Null NullType \
         ReturningDelete ReturningInsert ReturningUpdate SelectLabelStyle TableClause \
         TypedReturnsRows Update UpdateBase UpdateDMLState ValuesBase",
    ),
    (
        "sqlalchemy.sql.operators",
        "ColumnOperators OperatorType Operators all_op any_op as_ asc_op between_op \
         bitwise_and_op bitwise_lshift_op bitwise_not_op bitwise_or_op bitwise_rshift_op \
         bitwise_xor_op collate comma_op commutative_op comparison_op concat_op contains_op \
         custom_op desc_op distinct_op endswith_op exists filter_op from_ \
         function_as_comparison_op icontains_op iendswith_op ilike_op in_op is_ \
         is_associative is_boolean is_commutative is_comparison is_distinct_from is_false \
         is_natural_self_precedent is_not is_not_distinct_from is_order_by_modifier \
         is_ordering_modifier is_precedent is_true isfalse isnot isnot_distinct_from \
         istartswith_op istrue json_getitem_op json_path_getitem_op like_op match_op mirror \
         not_between_op not_contains_op not_endswith_op not_icontains_op not_iendswith_op \
         not_ilike_op not_in_op not_istartswith_op not_like_op not_match_op \
         not_regexp_match_op not_startswith_op notbetween_op notcontains_op notendswith_op \
         notilike_op notin_op notlike_op notmatch_op notstartswith_op nulls_first_op \
         nulls_last_op nullsfirst_op nullslast_op op regexp_match_op regexp_replace_op \
         startswith_op",
    ),
    (
        "sqlalchemy.exc",
        "AmbiguousForeignKeysError ArgumentError AwaitRequired Base20DeprecationWarning \
         CircularDependencyError CompileError ConstraintColumnNotFoundError DBAPIError \
         DataError DatabaseError DisconnectionError DontWrapMixin DuplicateColumnError \
         HasDescriptionCode IdentifierError IllegalStateChangeError IntegrityError \
         InterfaceError InternalError InvalidRequestError InvalidatePoolError \
         LegacyAPIWarning MissingGreenlet MovedIn20Warning MultipleResultsFound \
         NoForeignKeysError NoInspectionAvailable NoReferenceError NoReferencedColumnError \
         NoReferencedTableError NoResultFound NoSuchColumnError NoSuchModuleError \
         NoSuchTableError NotSupportedError ObjectNotExecutableError OperationalError \
         PendingRollbackError ProgrammingError ResourceClosedError SADeprecationWarning \
         SAPendingDeprecationWarning SATestSuiteWarning SAWarning SQLAlchemyError \
         StatementError TimeoutError UnboundExecutionError UnreflectableTableError \
         UnsupportedCompilationError",
    ),
    (
        "sqlalchemy.engine",
        "AdaptedConnection BaseRow BindTyping ChunkedIteratorResult Compiled Connectable \
         Connection ConnectionEventsTarget CreateEnginePlugin CursorResult Dialect Engine \
         ExceptionContext ExecutionContext FilterResult FrozenResult Inspector IteratorResult \
         MappingResult MergedResult NestedTransaction ObjectKind ObjectScope Result \
         ResultProxy RootTransaction Row RowMapping ScalarResult Transaction TupleResult \
         TwoPhaseTransaction TypeCompiler URL connection_memoize create_engine \
         create_mock_engine create_pool_from_url engine_from_config make_url result_tuple",
    ),
    (
        "sqlalchemy.engine.base",
        "BindTyping Connection ConnectionEventsTarget DBAPICursor Engine ExceptionContext \
         ExceptionContextImpl ExecuteStyle ExecutionContext NO_OPTIONS NestedTransaction \
         OptionEngine OptionEngineMixin RootTransaction Transaction TransactionalContext \
         TwoPhaseTransaction",
    ),
    (
        "sqlalchemy.engine.url",
        "Dialect URL make_url plugins registry",
    ),
    (
        "sqlalchemy.engine.reflection",
        "Connection Engine Inspector InternalTraversal ObjectKind ObjectScope \
         ReflectionDefaults TextClause TypeEngine cache flexi_cache quoted_name",
    ),
    (
        "sqlalchemy.engine.result",
        "ChunkedIteratorResult FilterResult FrozenResult HAS_CYEXTENSION HasMemoized \
         HasMemoized_ro_memoized_attribute InPlaceGenerative IteratorResult MappingResult \
         MergedResult NONE_SET RMKeyView Result ResultInternal ResultMetaData Row RowMapping \
         ScalarResult SimpleResultMetaData TupleResult null_result result_tuple tuplegetter",
    ),
    (
        "sqlalchemy.engine.row",
        "BaseRow BaseRowProxy HAS_CYEXTENSION ROMappingItemsView ROMappingKeysValuesView \
         ROMappingView Row RowMapping RowProxy deprecated",
    ),
    (
        "sqlalchemy.engine.interfaces",
        "AdaptedConnection BindTyping CacheStats Compiled Connectable ConnectionEventsTarget \
         CreateEnginePlugin DBAPIConnection DBAPICursor DBAPIModule DBAPIType Dialect \
         EventTarget ExceptionContext ExecuteStyle ExecutionContext Pool \
         PoolProxiedConnection ReflectedCheckConstraint ReflectedColumn ReflectedComputed \
         ReflectedConstraint ReflectedForeignKeyConstraint ReflectedIdentity ReflectedIndex \
         ReflectedPrimaryKeyConstraint ReflectedTableComment ReflectedUniqueConstraint \
         TypeCompiler await_only immutabledict",
    ),
    (
        "sqlalchemy.engine.create",
        "ConnectionPoolEntry DBAPIConnection create_engine create_mock_engine \
         create_pool_from_url engine_from_config immutabledict",
    ),
    (
        "sqlalchemy.engine.mock",
        "MockConnection create_mock_engine",
    ),
    (
        "sqlalchemy.pool",
        "AssertionPool AsyncAdaptedQueuePool ConnectionPoolEntry \
         FallbackAsyncAdaptedQueuePool ManagesConnection NullPool Pool PoolProxiedConnection \
         PoolResetState QueuePool SingletonThreadPool StaticPool reset_commit reset_none \
         reset_rollback",
    ),
    (
        "sqlalchemy.event",
        "CANCEL EventTarget Events NO_RETVAL RefCollection contains dispatcher listen \
         listens_for remove",
    ),
    ("sqlalchemy.inspection", "Inspectable inspect"),
    (
        "sqlalchemy.ext.asyncio",
        "AsyncAttrs AsyncConnection AsyncEngine AsyncMappingResult AsyncResult \
         AsyncScalarResult AsyncSession AsyncSessionTransaction AsyncTransaction \
         AsyncTupleResult async_engine_from_config async_object_session async_scoped_session \
         async_session async_sessionmaker close_all_sessions create_async_engine \
         create_async_pool_from_url",
    ),
    (
        "sqlalchemy.ext.asyncio.engine",
        "ArgumentError AsyncConnectable AsyncConnection AsyncEngine AsyncResult \
         AsyncScalarResult AsyncTransaction Connection Engine GeneratorStartableContext \
         NestedTransaction ProxyComparable StartableContext Transaction \
         async_engine_from_config asyncstartablecontext create_async_engine \
         create_async_pool_from_url greenlet_spawn",
    ),
    ("sqlalchemy.ext.asyncio.scoping", "async_scoped_session"),
    (
        "sqlalchemy.ext.asyncio.session",
        "AsyncAttrs AsyncSession AsyncSessionTransaction async_object_session async_session \
         async_sessionmaker close_all_sessions",
    ),
    ("sqlalchemy.ext.compiler", "compiles deregister"),
    (
        "sqlalchemy.ext.declarative",
        "AbstractConcreteBase ConcreteBase DeclarativeMeta DeferredReflection as_declarative \
         declarative_base declared_attr has_inherited_table synonym_for",
    ),
    (
        "sqlalchemy.ext.mutable",
        "AttributeEventToken Column DeclarativeAttributeIntercept InstanceState \
         InstrumentedAttribute Mapper Mutable MutableBase MutableComposite MutableDict \
         MutableList MutableSet QueryContext QueryableAttribute SchemaEventTarget TypeEngine \
         UOWTransaction flag_modified inspect memoized_property",
    ),
    (
        "sqlalchemy.ext.hybrid",
        "ColumnElement Comparator ExprComparator HybridExtensionType \
         InspectionAttrExtensionType ORMDescriptor QueryableAttribute SQLCoreOperations \
         hybrid_method hybrid_property is_has_clause_element",
    ),
    (
        "sqlalchemy.ext.associationproxy",
        "AmbiguousAssociationProxyInstance AssociationProxy AssociationProxyExtensionType \
         AssociationProxyInstance ColumnAssociationProxyInstance ColumnElement \
         InspectionAttrExtensionType ORMDescriptor ObjectAssociationProxyInstance \
         SQLORMOperations SupportsKeysAndGetItem association_proxy inspect or_",
    ),
    (
        "sqlalchemy.ext.automap",
        "AutomapBase ByModuleProperties ForeignKeyConstraint GenerateRelationshipType \
         NameForCollectionRelationshipType NameForScalarRelationshipType Properties \
         PythonNameForTableType and_ automap_base backref classname_for_table \
         generate_relationship name_for_collection_relationship name_for_scalar_relationship \
         relationship",
    ),
    (
        "sqlalchemy.ext.orderinglist",
        "OrderingList collection count_from_0 count_from_1 count_from_n_factory ordering_list",
    ),
    (
        "sqlalchemy.orm",
        "AliasOption AppenderQuery AttributeEventToken AttributeEvents AttributeState Bundle \
         CascadeOptions ClassManager ColumnProperty Composite CompositeProperty \
         DeclarativeBase DeclarativeBaseNoMeta DeclarativeMeta DynamicMapped EXT_CONTINUE \
         EXT_SKIP EXT_STOP FromStatement IdentityMap InspectionAttr \
         InspectionAttrExtensionType InspectionAttrInfo InstanceEvents InstanceState \
         InstrumentationEvents InstrumentedAttribute KeyFuncDict Load LoaderCallableStatus \
         LoaderCriteriaOption MANYTOMANY MANYTOONE Mapped MappedAsDataclass \
         MappedClassProtocol MappedCollection MappedColumn MappedSQLExpression Mapper \
         MapperEvents MapperProperty NO_KEY NO_VALUE NotExtension ONETOMANY ORMDescriptor \
         ORMExecuteState PassiveFlag PropComparator Query QueryContext QueryEvents \
         QueryPropertyDescriptor QueryableAttribute Relationship RelationshipDirection \
         RelationshipProperty SQLORMExpression Session SessionEvents SessionTransaction \
         SessionTransactionOrigin Synonym SynonymProperty UOWTransaction UserDefinedOption \
         WriteOnlyCollection WriteOnlyMapped add_mapped_attribute aliased as_declarative \
         attribute_keyed_dict attribute_mapped_collection backref class_mapper clear_mappers \
         close_all_sessions column_keyed_dict column_mapped_collection column_property \
         composite configure_mappers contains_alias contains_eager create_session \
         declarative_base declarative_mixin declared_attr defaultload defer deferred \
         dynamic_loader foreign has_inherited_table immediateload join joinedload \
         keyfunc_mapping lazyload load_only make_transient make_transient_to_detached \
         mapped_as_dataclass mapped_collection mapped_column mapper merge_frozen_result \
         merge_result noload object_mapper object_session orm_insert_sentinel outerjoin \
         polymorphic_union query_expression raiseload reconstructor registry relationship \
         remote scoped_session selectin_polymorphic selectinload sessionmaker subqueryload \
         synonym synonym_for undefer undefer_group validates was_deleted with_expression \
         with_loader_criteria with_parent with_polymorphic",
    ),
    (
        "sqlalchemy.orm.session",
        "ACTIVE CLOSED COMMITTED CompileState Connection DEACTIVE Engine EventTarget \
         ForUpdateArg FromStatement IdentityMap IdentitySet Inspectable InstanceState \
         LABEL_STYLE_TABLENAME_PLUS_COL LoaderCallableStatus ORMCompileState ORMExecuteState \
         PREPARED PROVISIONING_CONNECTION PassiveFlag Query Select Session SessionTransaction \
         SessionTransactionOrigin SessionTransactionState Table TableClause \
         TransactionalContext UOWTransaction close_all_sessions dispatcher inspect \
         instance_str is_composite_class is_orm_option is_user_defined_option make_transient \
         make_transient_to_detached object_mapper object_session object_state sessionmaker \
         state_str",
    ),
    (
        "sqlalchemy.orm.attributes",
        "ATTR_EMPTY ATTR_WAS_SET AdHocHasEntityNamespace AttributeEvent AttributeEventToken \
         AttributeImpl CALLABLES_OK CollectionAttributeImpl DEFERRED_HISTORY_LOAD Event \
         EventTarget HISTORY_BLANK HasCacheKey HasCollectionAdapter History \
         INCLUDE_PENDING_MUTATIONS INIT_OK InstrumentedAttribute InternalTraversal \
         LOAD_AGAINST_COMMITTED LoaderCallableStatus Mapped NEVER_SET NON_PERSISTENT_OK \
         NO_AUTOFLUSH NO_CHANGE NO_KEY NO_RAISE NO_VALUE OP_APPEND OP_BULK_REPLACE \
         OP_MODIFIED OP_REMOVE OP_REPLACE PASSIVE_CLASS_MISMATCH PASSIVE_NO_FETCH \
         PASSIVE_NO_FETCH_RELATED PASSIVE_NO_INITIALIZE PASSIVE_NO_RESULT PASSIVE_OFF \
         PASSIVE_ONLY_PERSISTENT PASSIVE_RETURN_NO_VALUE PassiveFlag QueryableAttribute \
         RELATED_OBJECT_OK SQLORMExpression SQL_OK ScalarAttributeImpl \
         ScalarObjectAttributeImpl backref_listeners create_proxied_attribute del_attribute \
         dispatcher flag_dirty flag_modified get_attribute get_history get_state_history \
         has_parent init_collection init_state_collection instance_str manager_of_class \
         opt_manager_of_class register_attribute register_attribute_impl register_descriptor \
         set_attribute set_committed_value state_str unregister_attribute",
    ),
    (
        "sqlalchemy.orm.exc",
        "ConcurrentModificationError DetachedInstanceError FlushError LoaderStrategyException \
         MappedAnnotationError MultipleResultsFound NO_STATE NoResultFound ObjectDeletedError \
         ObjectDereferencedError StaleDataError UnmappedClassError UnmappedColumnError \
         UnmappedError UnmappedInstanceError",
    ),
    ("sqlalchemy.dialects", "plugins registry"),
    (
        "sqlalchemy.dialects.postgresql",
        "ARRAY AbstractMultiRange AbstractRange AbstractSingleRange All Any BIGINT BIT \
         BOOLEAN BYTEA CHAR CIDR CITEXT CreateDomainType CreateEnumType DATE DATEMULTIRANGE \
         DATERANGE DOMAIN DOUBLE_PRECISION DropDomainType DropEnumType ENUM ExcludeConstraint \
         FLOAT HSTORE INET INT4MULTIRANGE INT4RANGE INT8MULTIRANGE INT8RANGE INTEGER INTERVAL \
         Insert JSON JSONB JSONPATH MACADDR MACADDR8 MONEY MultiRange NUMERIC NUMMULTIRANGE \
         NUMRANGE NamedType OID REAL REGCLASS REGCONFIG Range SMALLINT TEXT TIME TIMESTAMP \
         TSMULTIRANGE TSQUERY TSRANGE TSTZMULTIRANGE TSTZRANGE TSVECTOR UUID VARCHAR \
         aggregate_order_by array array_agg dialect hstore insert phraseto_tsquery \
         plainto_tsquery psycopg_async to_tsquery to_tsvector ts_headline \
         websearch_to_tsquery",
    ),
    (
        "sqlalchemy.dialects.postgresql.base",
        "BIGINT BIT BOOLEAN BYTEA CHAR CIDR CITEXT CreateDomainType CreateEnumType DATE \
         DOMAIN DOUBLE_PRECISION DropDomainType DropEnumType ENUM FLOAT HSTORE INET INTEGER \
         INTERVAL InsertmanyvaluesSentinelOpts InternalTraversal MACADDR MACADDR8 MONEY \
         NUMERIC NamedType OID ObjectKind ObjectScope PGBit PGCidr PGCompiler PGDDLCompiler \
         PGDeferrableConnectionCharacteristic PGDialect PGExecutionContext \
         PGIdentifierPreparer PGInet PGInspector PGInterval PGMacAddr PGMacAddr8 \
         PGReadOnlyConnectionCharacteristic PGTypeCompiler PGUuid REAL REGCLASS REGCONFIG \
         RESERVED_WORDS ReflectedDomain ReflectedDomainConstraint ReflectedEnum \
         ReflectedNamedType ReflectionDefaults SMALLINT TEXT TIME TIMESTAMP TSQUERY TSVECTOR \
         URL UUID VARCHAR aggregate_order_by bindparam colspecs dialect ischema_names select",
    ),
    (
        "sqlalchemy.dialects.postgresql.json",
        "ARRAY ASTEXT CONTAINED_BY CONTAINS DELETE_PATH HAS_ALL HAS_ANY HAS_KEY JSON JSONB \
         JSONPATH JSONPATH_ASTEXT JSONPathType PATH_EXISTS PATH_MATCH cast",
    ),
    (
        "sqlalchemy.dialects.postgresql.array",
        "ARRAY All Any CONTAINED_BY CONTAINS InternalTraversal OVERLAP array",
    ),
    (
        "sqlalchemy.dialects.postgresql.named_types",
        "CreateDomainType CreateEnumType DOMAIN DomainDropper DomainGenerator DropDomainType \
         DropEnumType ENUM EnumDropper EnumGenerator InvokeCreateDDLBase InvokeDropDDLBase \
         NamedType NamedTypeDropper NamedTypeGenerator",
    ),
    (
        "sqlalchemy.dialects.postgresql.types",
        "BIT BYTEA CIDR CITEXT INET INTERVAL MACADDR MACADDR8 MONEY OID PGBit PGCidr PGInet \
         PGInterval PGMacAddr PGMacAddr8 PGUuid REGCLASS REGCONFIG TIME TIMESTAMP TSQUERY \
         TSVECTOR",
    ),
    (
        "sqlalchemy.dialects.mysql",
        "BIGINT BINARY BIT BLOB BOOLEAN CHAR DATE DATETIME DECIMAL DOUBLE ENUM FLOAT INET4 \
         INET6 INTEGER Insert JSON LONGBLOB LONGTEXT MEDIUMBLOB MEDIUMINT MEDIUMTEXT NCHAR \
         NUMERIC NVARCHAR REAL SET SMALLINT TEXT TIME TIMESTAMP TINYBLOB TINYINT TINYTEXT \
         VARBINARY VARCHAR YEAR dialect insert match",
    ),
    (
        "sqlalchemy.dialects.mysql.types",
        "BIGINT BIT CHAR DATETIME DECIMAL DOUBLE FLOAT INTEGER LONGBLOB LONGTEXT MEDIUMBLOB \
         MEDIUMINT MEDIUMTEXT NCHAR NUMERIC NVARCHAR REAL SMALLINT TEXT TIME TIMESTAMP \
         TINYBLOB TINYINT TINYTEXT VARCHAR YEAR",
    ),
    (
        "sqlalchemy.dialects.mysql.base",
        "BIGINT BINARY BIT BLOB BOOLEAN CHAR DATE DATETIME DECIMAL DOUBLE ENUM FLOAT INTEGER \
         InsertmanyvaluesSentinelOpts JSON JSONIndexType JSONPathType LONGBLOB LONGTEXT \
         LargeBinary MEDIUMBLOB MEDIUMINT MEDIUMTEXT MSBigInteger MSBinary MSBit MSBlob \
         MSChar MSDecimal MSDouble MSEnum MSFloat MSInteger MSLongBlob MSLongText \
         MSMediumBlob MSMediumInteger MSMediumText MSNChar MSNVarChar MSNumeric MSReal MSSet \
         MSSmallInteger MSString MSText MSTime MSTimeStamp MSTinyBlob MSTinyInteger \
         MSTinyText MSVarBinary MSYear MariaDBIdentifierPreparer MySQLCompiler \
         MySQLDDLCompiler MySQLDialect MySQLExecutionContext MySQLIdentifierPreparer \
         MySQLTypeCompiler NCHAR NUMERIC NVARCHAR REAL RESERVED_WORDS_MARIADB \
         RESERVED_WORDS_MYSQL ReflectionDefaults SET SMALLINT SQLCompiler SchemaConst TEXT \
         TIME TIMESTAMP TINYBLOB TINYINT TINYTEXT UUID VARBINARY VARCHAR YEAR colspecs \
         dialect ischema_names literal_column",
    ),
    (
        "sqlalchemy.dialects.sqlite",
        "BLOB BOOLEAN CHAR DATE DATETIME DECIMAL FLOAT INTEGER Insert JSON NUMERIC REAL \
         SMALLINT TEXT TIME TIMESTAMP VARCHAR dialect insert",
    ),
    (
        "sqlalchemy.dialects.sqlite.base",
        "BLOB BOOLEAN CHAR DATE DATETIME DECIMAL FLOAT INTEGER JSON JSONIndexType \
         JSONPathType NUMERIC REAL ReflectionDefaults SMALLINT SQLiteCompiler \
         SQLiteDDLCompiler SQLiteDialect SQLiteExecutionContext SQLiteIdentifierPreparer \
         SQLiteTypeCompiler TEXT TIME TIMESTAMP VARCHAR colspecs dialect ischema_names text",
    ),
    (
        "sqlalchemy.dialects.oracle",
        "BFILE BINARY_DOUBLE BINARY_FLOAT BLOB CHAR CLOB DATE DOUBLE_PRECISION FLOAT INTERVAL \
         LONG NCHAR NCLOB NUMBER NVARCHAR NVARCHAR2 RAW REAL ROWID SparseVector TIMESTAMP \
         VARCHAR VARCHAR2 VECTOR VectorDistanceType VectorIndexConfig VectorIndexType \
         VectorStorageFormat VectorStorageType dialect oracledb_async",
    ),
    (
        "sqlalchemy.dialects.mssql",
        "BIGINT BINARY BIT CHAR DATE DATETIME DATETIME2 DATETIMEOFFSET DECIMAL \
         DOUBLE_PRECISION FLOAT IMAGE INTEGER JSON MONEY NCHAR NTEXT NUMERIC NVARCHAR REAL \
         ROWVERSION SMALLDATETIME SMALLINT SMALLMONEY SQL_VARIANT TEXT TIME TIMESTAMP TINYINT \
         UNIQUEIDENTIFIER VARBINARY VARCHAR XML dialect try_cast",
    ),
    (
        "sqlalchemy.util",
        "EMPTY_DICT EMPTY_SET EnsureKWArg FacadeDict FastIntFlag HasMemoized \
         HasMemoized_ro_memoized_attribute IdentitySet LRUCache MemoizedSlots NONE_SET \
         OrderedIdentitySet OrderedProperties OrderedSet PluginLoader PopulateDict Properties \
         ReadOnlyContainer ReadOnlyProperties ScopedRegistry ThreadLocalRegistry TypingOnly \
         UniqueAppender WeakPopulateDict WeakSequence add_parameter_text arm as_interface \
         asbool asint assert_arg_type attrsetter await_fallback await_only b b64decode \
         b64encode became_legacy_20 bool_or_str chop_traceback class_hierarchy classproperty \
         clsname_as_plain_name cmp coerce_generator_arg coerce_kw_type \
         coerce_to_immutabledict constructor_copy constructor_key counter cpython \
         create_proxy_methods dataclass_fields decode_backslashreplace decode_slice decorator \
         deprecated deprecated_cls deprecated_params dictlike_iteritems duck_type_collection \
         ellipses_string find_matching_paren flatten_iterator format_argspec_init \
         format_argspec_plus freethreading generic_fn_descriptor generic_repr get_annotations \
         get_callable_argspec get_cls_kwargs get_func_kwargs getargspec_init greenlet_spawn \
         has_compiled_ext has_dupes has_intersection has_refcount_gc hybridmethod \
         hybridproperty immutabledict inject_docstring_text inspect_getfullargspec is64bit \
         is_cancellation_exception is_exit_exception is_non_string_iterable \
         iterate_attributes local_dataclass_fields map_bits md5_hex memoized_instancemethod \
         memoized_property merge_lists_w_ordering method_is_overridden methods_equivalent \
         monkeypatch_proxied_specials moved_20 non_memoized_property only_once \
         ordered_column_set osx parse_user_argument_for_enum portable_instancemethod \
         preload_module py310 py311 py312 py313 py314 py38 py39 pypy quoted_token_parser \
         ro_memoized_property ro_non_memoized_property rw_hybridproperty safe_reraise \
         set_creation_order sort_dictionary string_or_unprintable strip_outer_parens symbol \
         to_column_set to_list to_set unbound_method_to_callable unique_list update_copy \
         walk_subclasses warn warn_deprecated warn_exception warn_limited win32 wrap_callable",
    ),
    (
        "sqlalchemy.util.concurrency",
        "AsyncAdaptedLock await_fallback await_only greenlet_error greenlet_spawn \
         have_greenlet in_greenlet is_cancellation_exception is_exit_exception",
    ),
    (
        "sqlalchemy.future",
        "Connection Engine create_engine select",
    ),
];
