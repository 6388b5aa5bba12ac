SELECT TableReference(table_schema=`public`, table_name=`a`, column_name=`b`)|TableReference(table_schema=`s`, table_name=`a`, column_name=`b`, column_type=ColumnType.ARRAY, existing_server_default="`x`")|"s"."a"|"b";

